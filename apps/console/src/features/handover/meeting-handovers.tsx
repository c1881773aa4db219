import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type HandoverChoice, type HandoverDecisionDto, type MeetingDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { pickLocal } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';

const everyTenSeconds = () => 10_000;
const reads = [...meetingReads, endpoints.listHandoverDecisions.name, endpoints.listVacantOffices.name];

/** What offices that changed hands leave to the host of a meeting; nothing where there is nothing. */
export function MeetingHandovers({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const query = { meetingId: meeting.id, state: 'open' as const, limit: 200 };
  const decisions = useApi(endpoints.listHandoverDecisions, { query }, { every: everyTenSeconds });
  const open = decisions.data?.items ?? [];
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="handovers">
          <Title order={2} id="handovers" mb="sm">
            {t('handover.decisions.title')}: {t('handover.decisions.open', { count: open.length })}
          </Title>
          <Stack>
            {open.map((decision) => (
              <Decision key={decision.id} decision={decision} />
            ))}
          </Stack>
        </section>
      )}
      <Vacancies meeting={meeting} />
    </>
  );
}

function Decision({ decision }: { readonly decision: HandoverDecisionDto }) {
  const { t, language } = useText();
  const decide = useAction(endpoints.decideHandover, reads);
  const { predecessor, successor, answer, office, institution } = decision;
  // The decision is gone from the list by then, and with it this component: only the promise still tells.
  const choose = (choice: HandoverChoice) =>
    void decide.mutateAsync({ params: { id: decision.id }, body: { decision: choice } }).then(
      () => notifications.show({ message: t('handover.decisions.done') }),
      () => undefined,
    );
  const { name } = predecessor;
  const where = [office, institution].map((each) => pickLocal(each.name, language).text).join(', ');
  return (
    <div>
      <Text fw={600}>{where}</Text>
      <Text>
        {t('handover.decisions.text', {
          predecessor: name,
          answer: answer === null ? '' : t(`common.answer.${answer}`),
        })}{' '}
        {successor === null
          ? t('handover.decisions.vacant')
          : t('handover.decisions.successor', { name: successor.name })}
      </Text>
      <ProblemAlert error={decide.error} />
      <Group gap="sm" mt="xs">
        <Button variant="default" disabled={decide.isPending} onClick={() => choose('keep')}>
          {t('handover.decisions.keep', { name })}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => choose('replace')}>
          {t(successor === null ? 'handover.decisions.withdraw' : 'handover.decisions.replace', { name })}
        </Button>
        {successor !== null && (
          <Button variant="default" disabled={decide.isPending} onClick={() => choose('both')}>
            {t('handover.decisions.both')}
          </Button>
        )}
      </Group>
    </div>
  );
}

function Vacancies({ meeting }: { readonly meeting: MeetingDto }) {
  const { t, language } = useText();
  const input = { params: { id: meeting.id }, query: {} };
  const query = useApi(endpoints.listVacantOffices, input);
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="vacancies">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="vacancies">
          {t('handover.vacancies.title')}
        </Title>
        <ExportMenu list={endpoints.listVacantOffices} input={input} />
      </Group>
      <List>
        {items.map(({ office, institution, predecessor, since }) => (
          <List.Item key={office.id}>
            {[office, institution].map((each) => pickLocal(each.name, language).text).join(', ')}
            <Text size="sm" c="dimmed">
              {t('handover.vacancies.line', { day: momentWords(since, language), name: predecessor.name })}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
