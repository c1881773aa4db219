import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endpoints, type PollItemDto } from '#contracts';
import { useApiPages, useMay } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords, momentWords } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { PollMark } from './poll-mark.js';

const ALL = { query: {} };

/** All date polls, the latest first. */
export function PollsPage() {
  const { t } = useText();
  const may = useMay();
  const query = useApiPages(endpoints.listPolls, ALL);
  return (
    <div>
      <PageHead
        title={t('polls.console.title')}
        actions={
          <>
            <ExportMenu list={endpoints.listPolls} input={ALL} />
            {may('meeting.create') && <NewPoll />}
          </>
        }
      />
      <Loaded query={{ ...query, data: query.items }}>{(items) => <Polls items={items} />}</Loaded>
      <LoadMore query={query} />
    </div>
  );
}

function Polls({ items }: { readonly items: readonly PollItemDto[] }) {
  const { t } = useText();
  if (items.length === 0) {
    return (
      <EmptyState title={t('polls.console.none')} action={<NewPoll />}>
        {t('polls.console.none-text')}
      </EmptyState>
    );
  }
  const columns = ['title', 'dates', 'state', 'answers'] as const;
  return (
    <DataTable
      label={t('polls.console.title')}
      columns={columns.map((column) => t(`polls.console.columns.${column}`))}
    >
      {items.map((poll) => (
        <PollRow key={poll.id} poll={poll} />
      ))}
    </DataTable>
  );
}

function PollRow({ poll }: { readonly poll: PollItemDto }) {
  const { t, language } = useText();
  const title = pickLocal(poll.title, language);
  const day = (local: string) => dayWords(local.slice(0, 10), language);
  return (
    <tr>
      <Cell>
        <RowLink to={`/polls/${poll.id}`} lang={title.lang}>
          {title.text}
        </RowLink>
        <Text size="sm" c="dimmed">
          {pickLocal(poll.institution.name, language).text}
        </Text>
      </Cell>
      <Cell head={t('polls.console.columns.dates')}>
        {t('polls.console.span', {
          count: poll.options,
          first: day(poll.firstLocal),
          last: day(poll.lastLocal),
        })}
      </Cell>
      <Cell head={t('polls.console.columns.state')}>
        <PollMark state={poll.state} />
        {poll.state === 'open' && (
          <Text size="sm" c="dimmed">
            {t('polls.console.until', { moment: momentWords(poll.deadlineAt, language) })}
          </Text>
        )}
      </Cell>
      <Cell head={t('polls.console.columns.answers')}>
        {t('polls.console.answered', { done: poll.answered, count: poll.asked })}
      </Cell>
    </tr>
  );
}

function NewPoll() {
  const { t } = useText();
  return (
    <Button component={Link} to="/polls/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {t('polls.console.new')}
    </Button>
  );
}
