import { List, Stack, Text } from '@mantine/core';
import type { ReachDto } from '#contracts';
import { Cell, DataTable } from '../../ui/data-table.js';
import { MailSentence } from '../../ui/mail-sentence.js';
import { useText } from '../../ui/use-text.js';
import { changeWords } from './change-words.js';
import { labelKey } from './meeting-labels.js';

const counted = ['confirmed', 'waitlisted', 'maybe', 'declined', 'silent'] as const;

/** What a change says, whom it reaches, and what leaves the house. */
export function ReachSummary({ reach }: { readonly reach: ReachDto }) {
  const { t } = useText();
  const people = counted.filter((group) => reach[group] > 0);
  return (
    <Stack gap="md">
      {reach.changes.length > 0 && <Changes changes={reach.changes} />}
      {people.length > 0 && (
        <div>
          <Text fw={600}>{t('console.reach.people')}</Text>
          <List size="sm">
            {people.map((group) => (
              <List.Item key={group}>{t(`console.reach.${group}`, { count: reach[group] })}</List.Item>
            ))}
          </List>
        </div>
      )}
      {reach.asksAgain && <Text size="sm">{t('console.reach.asks-again')}</Text>}
      <MailSentence mails={reach.mails} />
    </Stack>
  );
}

function Changes({ changes }: { readonly changes: ReachDto['changes'] }) {
  const { t, language } = useText();
  const [before, after] = [t('console.reach.before'), t('console.reach.after')];
  return (
    <DataTable label={t('console.reach.changes')} columns={[t('console.reach.field'), before, after]}>
      {changes.map((change) => (
        <tr key={change.field}>
          <Cell>
            <Text fw={600}>{t(labelKey(change.field))}</Text>
          </Cell>
          <Cell head={before}>
            <Text span size="sm" c="dimmed" td="line-through" lineClamp={4}>
              {changeWords(change.field, change.before, language)}
            </Text>
          </Cell>
          <Cell head={after}>
            <Text span lineClamp={4}>
              {changeWords(change.field, change.after, language)}
            </Text>
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}
