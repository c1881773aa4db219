import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { ContractForm } from '../../ui/contract-form.js';
import { FormFoot } from '../../ui/form-foot.js';
import { FormSection } from '../../ui/form-section.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { AskingFields } from './asking-fields.js';
import { DatesSection } from './dates-section.js';
import type { SeriesValues } from './series-values.js';
import { TemplateFields } from './template-fields.js';

interface SeriesFormProps {
  readonly contract: Contract<SeriesValues>;
  readonly submitLabel: string;
  /** Where giving up leads. */
  readonly back: string;
  /** A series stays with its institution. */
  readonly isNew: boolean;
  /** Meetings that the series has already. */
  readonly ownMeetingIds?: readonly string[];
  /** Said above the fields. */
  readonly notice?: ReactNode;
}

/** All fields of a series, for a new one and for a change. */
export function SeriesForm({
  contract,
  submitLabel,
  back,
  isNew,
  notice,
  ownMeetingIds = [],
}: SeriesFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  const fields = form.getInputProps;
  return (
    <ContractForm contract={contract}>
      {notice}
      <LeaveGuard when={form.isDirty()} />
      <FormSection title={t('series-pages.form.what')} text={t('series-pages.form.what-hint')}>
        <LocalizedInput required label={t('series-pages.form.name')} path="name" fields={fields} />
        {isNew && <Institution fields={fields} />}
        <LocalizedInput
          label={t('series-pages.form.description')}
          description={t('console.meeting.markdown-hint')}
          path="description"
          rows={3}
          fields={fields}
        />
      </FormSection>
      <DatesSection form={form} ownMeetingIds={ownMeetingIds} />
      <TemplateFields form={form} />
      <AskingFields form={form} />
      <FormFoot action={submitLabel} busy={busy} back={back} />
    </ContractForm>
  );
}

function Institution({ fields }: { readonly fields: Contract<SeriesValues>['form']['getInputProps'] }) {
  const { t } = useText();
  const institutions = useGroupedInstitutions();
  return (
    <Select
      required
      searchable
      label={t('console.meeting.institution')}
      description={t('series-pages.form.institution-hint')}
      data={institutions}
      nothingFoundMessage={t('console.form.nothing-found')}
      {...fields('institutionId')}
    />
  );
}
