import { ActionIcon, Group, ScrollArea, Table, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconLink, IconMinus, IconPlusMinus, IconQuestionMark } from '@tabler/icons-react';
import { endpoints, type PollDto, type PollParticipantDto, type VoteValue } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

const EVERY_MS = 10_000;
const marks = {
  yes: { tone: 'good', Shape: IconCheck },
  'if-need-be': { tone: 'warn', Shape: IconPlusMinus },
  no: { tone: 'bad', Shape: IconMinus },
  silent: { tone: 'quiet', Shape: IconQuestionMark },
} as const;

/** Who says what to which date. */
export function ParticipantMatrix({ poll }: { readonly poll: PollDto }) {
  const { t, language } = useText();
  const input = { params: { id: poll.id }, query: {} };
  const query = useApiPages(endpoints.listPollParticipants, input, { every: EVERY_MS });
  return (
    <>
      <Group justify="flex-end" mb="sm">
        <ExportMenu list={endpoints.listPollParticipants} input={input} />
      </Group>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) => (
          <ScrollArea
            type="auto"
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-labelledby': 'people' }}
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('polls.page.person')}</Table.Th>
                  {poll.options.map(({ id, startsLocal }) => (
                    <Table.Th key={id} scope="col">
                      {dayWords(startsLocal.slice(0, 10), language)}
                    </Table.Th>
                  ))}
                  <Table.Th scope="col">{t('polls.console.link')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((participant) => (
                  <ParticipantRow key={participant.id} poll={poll} participant={participant} />
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        )}
      </Loaded>
      <LoadMore query={query} />
    </>
  );
}

interface RowProps {
  readonly poll: PollDto;
  readonly participant: PollParticipantDto;
}

function ParticipantRow({ poll, participant }: RowProps) {
  const { t, language } = useText();
  const clipboard = useClipboard();
  const { person, institutions, note, reachable, votes, link } = participant;
  const copy = () => {
    clipboard.copy(link);
    notifications.show({
      message: t('console.answers.link-copied'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
  };
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {person.name}
        <Text size="sm" c="dimmed">
          {institutions.map(({ name }) => pickLocal(name, language).text).join(', ')}
        </Text>
        {!reachable && <Text size="sm">{t('polls.console.no-address')}</Text>}
        {note !== null && <Text size="sm">{t('polls.console.note', { note })}</Text>}
      </Table.Th>
      {poll.options.map(({ id }) => (
        <Table.Td key={id}>
          <VoteMark value={votes[id]} />
        </Table.Td>
      ))}
      <Table.Td>
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={t('polls.console.copy-link', { name: person.name })}
          onClick={copy}
        >
          <IconLink size={18} aria-hidden="true" />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}

function VoteMark({ value = 'silent' }: { readonly value: VoteValue | 'silent' | undefined }) {
  const { t } = useText();
  return <StateMark {...marks[value]}>{t(`polls.vote.${value}`)}</StateMark>;
}
