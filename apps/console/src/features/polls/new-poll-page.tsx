import { Button, Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { endpoints } from '#contracts';
import { call, refresh, useApiAll } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { DayField } from '../../ui/day-field.js';
import { FormSection } from '../../ui/form-section.js';
import { LeaveGuard, SAVED } from '../../ui/leave-guard.js';
import { Loaded } from '../../ui/loaded.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { PageHead } from '../../ui/page-head.js';
import { TimeField } from '../../ui/time-field.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useAudienceChoices } from '../audiences/choices.js';
import { RuleComposer } from '../audiences/rule-composer.js';
import { emptyRule, newClause, type RuleDraft } from '../audiences/rule-draft.js';
import { useGroupedInstitutions } from '../directory/choices.js';
import { PersonSelect } from '../directory/person-select.js';
import { DatesField } from './dates-field.js';
import { pollReads } from './poll-reads.js';
import {
  COMPOSED,
  fieldOf,
  newDate,
  pollBody,
  type PollFieldsProps,
  type PollValues,
} from './poll-values.js';
import { ProposeDates } from './propose-dates.js';

/** A new date poll begins as a draft: nobody is asked yet. */
export function NewPollPage() {
  const { t } = useText();
  const networks = useApiAll(endpoints.listInstitutions, { query: { kind: 'network', limit: 200 } });
  return (
    <div>
      <PageHead title={t('polls.console.new')} back={{ to: '/polls', label: t('polls.console.title') }} />
      <Loaded query={networks}>{([first]) => <NewPoll start={managersOf(first?.id)} />}</Loaded>
    </div>
  );
}

function NewPoll({ start }: { readonly start: RuleDraft }) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const initial: PollValues = {
    institutionId: null,
    organiserId: null,
    title: { de: '', en: '' },
    description: { de: '', en: '' },
    lengthMinutes: 120,
    city: '',
    audience: COMPOSED,
    rule: start,
    dates: [newDate(), newDate()],
    deadlineDay: '',
    deadlineTime: '18:00',
    hidesNames: false,
    movesMeetingId: search.get('meeting'),
  };
  const contract = useContractForm({
    initial,
    schema: endpoints.createPoll.body,
    toBody: pollBody,
    fieldOf,
    submit: async (body) => {
      const poll = await call(endpoints.createPoll, { body });
      await refresh(client, pollReads);
      notifications.show({
        message: t('polls.console.draft-saved'),
        closeButtonProps: { 'aria-label': t('console.close') },
      });
      await navigate(`/polls/${poll.id}`, { state: SAVED });
    },
  });
  return (
    <ContractForm contract={contract}>
      <LeaveGuard when={contract.form.isDirty()} />
      <WhatFields contract={contract} />
      <WhomFields contract={contract} />
      <FormSection title={t('polls.console.dates')} text={t('polls.console.dates-hint')}>
        <DatesField contract={contract} />
        <ProposeDates form={contract.form} />
        <DeadlineFields contract={contract} />
      </FormSection>
      <Group justify="flex-end" mt="lg">
        <Button component={Link} to="/polls" variant="default">
          {t('console.form.cancel')}
        </Button>
        <Button type="submit" loading={contract.busy}>
          {t('console.meetings.save-draft')}
        </Button>
      </Group>
    </ContractForm>
  );
}

function WhatFields({ contract }: PollFieldsProps) {
  const { t } = useText();
  const fields = contract.form.getInputProps;
  return (
    <FormSection title={t('console.meeting.what')}>
      <LocalizedInput required label={t('console.meeting.title')} path="title" fields={fields} />
      <LocalizedInput label={t('console.meeting.description')} path="description" rows={3} fields={fields} />
      <TextInput label={t('console.place.city')} {...fields('city')} />
      <NumberInput
        label={t('polls.console.length')}
        min={5}
        allowDecimal={false}
        {...fields('lengthMinutes')}
      />
    </FormSection>
  );
}

function WhomFields({ contract }: PollFieldsProps) {
  const { t } = useText();
  const { form } = contract;
  const fields = form.getInputProps;
  const institutions = useGroupedInstitutions();
  const saved = useAudienceChoices();
  const nothingFoundMessage = t('console.form.nothing-found');
  return (
    <FormSection title={t('console.meeting.who')}>
      <Select
        required
        searchable
        label={t('console.meeting.institution')}
        data={institutions}
        nothingFoundMessage={nothingFoundMessage}
        {...fields('institutionId')}
      />
      <PersonSelect clearable label={t('console.meeting.organiser')} {...fields('organiserId')} />
      <Select
        label={t('audiences.choose')}
        allowDeselect={false}
        data={[{ value: COMPOSED, label: t('audiences.compose-here') }, ...saved]}
        {...fields('audience')}
      />
      {form.values.audience === COMPOSED && (
        <RuleComposer rule={form.values.rule} onChange={(rule) => form.setFieldValue('rule', rule)} />
      )}
      <Checkbox
        label={t('polls.console.hides-names')}
        {...form.getInputProps('hidesNames', { type: 'checkbox' })}
      />
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

/** Most polls ask the managers of a network's clusters. */
function managersOf(networkId: string | undefined): RuleDraft {
  const clause = newClause('network-offices');
  if (networkId === undefined || clause.kind !== 'network-offices') return emptyRule;
  return { include: [{ ...clause, networkId }], exclude: [] };
}
