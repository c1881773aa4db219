import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import { endpoints, type MeetingItemDto, type MeetingState } from '#contracts';
import { useApiPages, useMay } from '../../api/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { MeetingTable } from './meeting-table.js';

const states = ['draft', 'published', 'cancelled'] as const satisfies readonly MeetingState[];

/** All meetings: the coming ones first; what is shown is said by the address. */
export function MeetingsPage() {
  const { t } = useText();
  const may = useMay();
  const [search] = useSearchParams();
  const when = search.get('when') === 'past' ? 'past' : 'coming';
  const state = states.find((each) => each === search.get('state'));
  const input = { query: { when, state } } as const;
  const query = useApiPages(endpoints.listMeetings, input);
  return (
    <div>
      <PageHead
        title={t('console.nav.meetings')}
        actions={
          <>
            <ExportMenu list={endpoints.listMeetings} input={input} />
            {may('meeting.create') && <NewMeeting />}
          </>
        }
      />
      <FilterChips
        look="tabs"
        name="when"
        label={t('console.meetings.when')}
        choices={[
          { value: null, label: t('console.meetings.coming') },
          { value: 'past', label: t('console.meetings.past') },
        ]}
      />
      <FilterChips
        name="state"
        label={t('console.meetings.state')}
        choices={[
          { value: null, label: t('console.list.all') },
          ...states.map((value) => ({ value, label: t(`console.meeting.states.${value}`) })),
        ]}
      />
      <Loaded query={{ ...query, data: query.items }}>
        {(items) => <Meetings items={items} filtered={state !== undefined} past={when === 'past'} />}
      </Loaded>
      <LoadMore query={query} />
    </div>
  );
}

interface MeetingsProps {
  readonly items: readonly MeetingItemDto[];
  readonly filtered: boolean;
  readonly past: boolean;
}

function Meetings({ items, filtered, past }: MeetingsProps) {
  const { t } = useText();
  if (items.length === 0 && (filtered || past)) {
    return <EmptyState title={t('console.list.none')}>{t('console.meetings.none-here')}</EmptyState>;
  }
  if (items.length === 0) {
    return (
      <EmptyState title={t('console.meetings.none')} action={<NewMeeting />}>
        {t('console.meetings.none-text')}
      </EmptyState>
    );
  }
  return <MeetingTable label={t('console.nav.meetings')} items={items} />;
}

function NewMeeting() {
  const { t } = useText();
  return (
    <Button component={Link} to="/meetings/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {t('console.meetings.new')}
    </Button>
  );
}
