import { List, Stack, Table, Text } from '@mantine/core';
import type { ReachDto } from '#contracts';
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
  return (
    <Table withRowBorders verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('console.reach.field')}</Table.Th>
          <Table.Th scope="col">{t('console.reach.before')}</Table.Th>
          <Table.Th scope="col">{t('console.reach.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row">{t(labelKey(field))}</Table.Th>
            <Table.Td>
              <Text span size="sm" c="dimmed" td="line-through" lineClamp={4}>
                {changeWords(field, before, language)}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text span lineClamp={4}>
                {changeWords(field, after, language)}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
