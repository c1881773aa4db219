import { Anchor, Group, List, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { endpoints, type HandoverDecisionDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Local } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

const OPEN = { query: { state: 'open', limit: 200 } } as const;

/** What handovers left to decide, over all meetings; nothing where there is nothing. */
export function OpenDecisions() {
  const { t } = useText();
  const query = useApi(endpoints.listHandoverDecisions, OPEN);
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  const meetings = new Map(items.map(({ meeting }) => [meeting.id, meeting]));
  return (
    <section aria-labelledby="decisions">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="decisions">
          {t('handover.decisions.open', { count: items.length })}
        </Title>
        <ExportMenu list={endpoints.listHandoverDecisions} input={OPEN} />
      </Group>
      <Text c="dimmed" mb="xs">
        {t('handover.decisions.home')}
      </Text>
      <List>
        {[...meetings.values()].map(({ id, title }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/meetings/${id}/answers`}>
              <Local text={title} />
            </Anchor>
            : {t('handover.decisions.open', { count: countOf(items, id) })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function countOf(items: readonly HandoverDecisionDto[], meetingId: string): number {
  return items.filter(({ meeting }) => meeting.id === meetingId).length;
}
