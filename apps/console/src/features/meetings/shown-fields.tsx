import { MultiSelect } from '@mantine/core';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { PersonSelect } from '../directory/person-select.js';

/** Whom to ask, and where else it is shown. */
export function ShownFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  const institutions = useGroupedInstitutions();
  return (
    <>
      <PersonSelect
        clearable
        label={t('console.meeting.organiser')}
        description={t('console.meeting.organiser-hint')}
        {...fields('organiserId')}
      />
      <MultiSelect
        searchable
        label={t('console.meeting.listings')}
        description={t('console.meeting.listings-hint')}
        data={institutions}
        nothingFoundMessage={t('console.form.nothing-found')}
        {...fields('listingIds')}
      />
    </>
  );
}
