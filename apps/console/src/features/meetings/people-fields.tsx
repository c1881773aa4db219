import { MultiSelect, Select } from '@mantine/core';
import { FormSection } from '../../ui/form-section.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { ShownFields } from './shown-fields.js';

/** Who it belongs to, who hosts it, whom to ask, and where else it is shown. */
export function PeopleFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  const institutions = useGroupedInstitutions();
  const nothing = t('console.form.nothing-found');
  return (
    <FormSection title={t('console.meeting.who')}>
      <Select
        required
        searchable
        label={t('console.meeting.institution')}
        description={t('console.meeting.institution-hint')}
        data={institutions}
        nothingFoundMessage={nothing}
        {...fields('institutionId')}
      />
      <MultiSelect
        searchable
        label={t('console.meeting.hosts')}
        data={institutions}
        nothingFoundMessage={nothing}
        {...fields('hostIds')}
      />
      <ShownFields fields={fields} />
    </FormSection>
  );
}
