import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { endpoints } from '#contracts';
import { call, refresh, useApiAll } from '../../api/index.js';
import { SAVED } from '../../ui/leave-guard.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { emptyRule, newClause, type RuleDraft } from '../audiences/rule-draft.js';
import { PollForm } from './poll-form.js';
import { pollReads } from './poll-reads.js';
import { COMPOSED, fieldOf, newDate, pollBody, type PollValues } from './poll-values.js';

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
    place: null,
    city: '',
    settings: undefined,
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
    <PollForm contract={contract} stage="new" submitLabel={t('console.meetings.save-draft')} back="/polls" />
  );
}

/** Most polls ask the managers of a network's clusters. */
function managersOf(networkId: string | undefined): RuleDraft {
  const clause = newClause('network-offices');
  if (networkId === undefined || clause.kind !== 'network-offices') return emptyRule;
  return { include: [{ ...clause, networkId }], exclude: [] };
}
