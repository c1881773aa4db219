import type { ReactNode } from 'react';
import { ContractForm } from '../../ui/contract-form.js';
import { FormFoot } from '../../ui/form-foot.js';
import { FormSection } from '../../ui/form-section.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { AgendaFields } from './agenda-fields.js';
import { minutesBetween, startOf } from './agenda-span.js';
import { DateConflicts } from './date-conflicts.js';
import { askedDate } from './meeting-values.js';
import type { MeetingValues } from './meeting-values.js';
import { MailPlanFields } from './mail-plan-fields.js';
import { PartFields } from './part-fields.js';
import { PeopleFields } from './people-fields.js';
import { PlaceFields } from './place-fields.js';
import { QuestionFields } from './question-fields.js';
import { SeatingFields } from './seating-fields.js';
import { WhenFields } from './when-fields.js';

interface MeetingFormProps {
  readonly contract: Contract<MeetingValues>;
  readonly submitLabel: string;
  /** Where giving up leads. */
  readonly back: string;
  /** The meeting that is changed; none for a new one. */
  readonly meetingId?: string;
  /** Said above the fields. */
  readonly notice?: ReactNode;
}

/** All fields of a meeting, for a new one and for a change. */
export function MeetingForm({ contract, submitLabel, back, meetingId, notice }: MeetingFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  const fields = form.getInputProps;
  return (
    <ContractForm contract={contract}>
      {notice}
      <LeaveGuard when={form.isDirty()} />
      <FormSection title={t('console.meeting.what')} text={t('console.meeting.what-hint')}>
        <LocalizedInput required label={t('console.meeting.title')} path="title" fields={fields} />
        <LocalizedInput
          label={t('console.meeting.description')}
          description={t('console.meeting.markdown-hint')}
          path="description"
          rows={6}
          fields={fields}
        />
      </FormSection>
      <WhenFields form={form}>
        <DateConflicts asked={askedDate(form.values, meetingId)} />
      </WhenFields>
      <FormSection title={t('agenda.title')}>
        <AgendaFields
          items={form.values.agenda}
          fields={fields}
          when={startOf(form.values)}
          lengthMinutes={minutesBetween(form.values)}
          onChange={(agenda) => form.setFieldValue('agenda', agenda)}
        />
      </FormSection>
      <PlaceFields fields={fields} />
      <PeopleFields fields={fields} />
      <PartFields fields={fields} />
      <SeatingFields
        capacity={form.values.capacity}
        contingents={form.values.seating.contingents}
        fields={fields}
        onChange={(contingents) => form.setFieldValue('seating.contingents', contingents)}
      />
      <QuestionFields
        items={form.values.questions}
        fields={fields}
        onChange={(questions) => form.setFieldValue('questions', questions)}
      />
      <MailPlanFields
        fields={fields}
        days={{ answerBy: form.values.answerByDay, start: form.values.startDay }}
      />
      <FormFoot action={submitLabel} busy={busy} back={back} />
    </ContractForm>
  );
}
