import { Alert, Button, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ContractForm } from '../../ui/contract-form.js';
import { DayField } from '../../ui/day-field.js';
import { FormSection } from '../../ui/form-section.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { TimeField } from '../../ui/time-field.js';
import { useText } from '../../ui/use-text.js';
import { useAudienceChoices } from '../audiences/choices.js';
import { RuleComposer } from '../audiences/rule-composer.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { PersonSelect } from '../directory/person-select.js';
import { DatesField } from './dates-field.js';
import { COMPOSED, type PollFieldsProps } from './poll-values.js';
import { ProposeDates } from './propose-dates.js';

interface PollFormProps extends PollFieldsProps {
  /** Once people are asked, whom and for which dates stays, so that every vote says what it said. */
  readonly stage: 'new' | 'draft' | 'asked';
  readonly submitLabel: string;
  readonly back: string;
  readonly notice?: ReactNode;
}

/** What a host says of a date poll, as far as it may still change. */
export function PollForm({ contract, stage, submitLabel, back, notice }: PollFormProps) {
  const { t } = useText();
  const hasAsked = stage === 'asked';
  return (
    <ContractForm contract={contract}>
      <LeaveGuard when={contract.form.isDirty()} />
      {hasAsked && (
        <Alert variant="light" mb="md" icon={<IconInfoCircle aria-hidden="true" />}>
          {t('polls.console.edit-asked')}
        </Alert>
      )}
      {notice}
      <WhatFields contract={contract} hasAsked={hasAsked} />
      {!hasAsked && <WhomFields contract={contract} isNew={stage === 'new'} />}
      <FormSection
        title={t('polls.console.dates')}
        {...(!hasAsked && { text: t('polls.console.dates-hint') })}
      >
        {!hasAsked && <DatesField contract={contract} />}
        {!hasAsked && <ProposeDates form={contract.form} />}
        <DeadlineFields contract={contract} />
        <Checkbox
          label={t('polls.console.hides-names')}
          {...contract.form.getInputProps('hidesNames', { type: 'checkbox' })}
        />
      </FormSection>
      <Group justify="flex-end" mt="lg">
        <Button component={Link} to={back} variant="default">
          {t('console.form.cancel')}
        </Button>
        <Button type="submit" loading={contract.busy}>
          {submitLabel}
        </Button>
      </Group>
    </ContractForm>
  );
}

function WhatFields({ contract, hasAsked }: PollFieldsProps & { readonly hasAsked: boolean }) {
  const { t } = useText();
  const fields = contract.form.getInputProps;
  return (
    <FormSection title={t('console.meeting.what')}>
      <LocalizedInput required label={t('console.meeting.title')} path="title" fields={fields} />
      <LocalizedInput label={t('console.meeting.description')} path="description" rows={3} fields={fields} />
      <TextInput label={t('console.place.city')} {...fields('city')} />
      {!hasAsked && (
        <NumberInput
          label={t('polls.console.length')}
          min={5}
          allowDecimal={false}
          {...fields('lengthMinutes')}
        />
      )}
      <PersonSelect clearable label={t('console.meeting.organiser')} {...fields('organiserId')} />
    </FormSection>
  );
}

function WhomFields({ contract, isNew }: PollFieldsProps & { readonly isNew: boolean }) {
  const { t } = useText();
  const { form } = contract;
  const fields = form.getInputProps;
  const institutions = useGroupedInstitutions();
  const saved = useAudienceChoices();
  const nothingFoundMessage = t('console.form.nothing-found');
  return (
    <FormSection title={t('console.meeting.who')}>
      {isNew && (
        <Select
          required
          searchable
          label={t('console.meeting.institution')}
          data={institutions}
          nothingFoundMessage={nothingFoundMessage}
          {...fields('institutionId')}
        />
      )}
      <Select
        label={t('audiences.choose')}
        allowDeselect={false}
        data={[{ value: COMPOSED, label: t('audiences.compose-here') }, ...saved]}
        {...fields('audience')}
      />
      {form.values.audience === COMPOSED && (
        <RuleComposer rule={form.values.rule} onChange={(rule) => form.setFieldValue('rule', rule)} />
      )}
    </FormSection>
  );
}

function DeadlineFields({ contract }: PollFieldsProps) {
  const { t } = useText();
  const fields = contract.form.getInputProps;
  return (
    <Group align="flex-start">
      <DayField required label={t('polls.console.deadline')} {...fields('deadlineDay')} />
      <TimeField required label={t('polls.console.deadline-time')} {...fields('deadlineTime')} />
    </Group>
  );
}
