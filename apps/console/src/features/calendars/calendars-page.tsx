import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type ImportedCalendarDto } from '#contracts';
import { errorText } from '#i18n';
import { useApiPages } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local } from '../../ui/local-text.js';
import { momentWords } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import { AddCalendar } from './add-calendar.js';
import { CalendarMenu } from './calendar-menu.js';

const ALL = { query: {} };

/** Calendars of others: what stands in them is shown where a date is chosen. */
export function CalendarsPage() {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const query = useApiPages(endpoints.listImportedCalendars, ALL);
  return (
    <>
      <Group justify="space-between" my="md">
        <Text c="dimmed">{t('calendars.text')}</Text>
        <Group gap="sm">
          <ExportMenu list={endpoints.listImportedCalendars} input={ALL} />
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('calendars.add')}
          </Button>
        </Group>
      </Group>
      <Loaded query={{ ...query, data: query.items }}>{(items) => <Calendars items={items} />}</Loaded>
      <LoadMore query={query} />
      {adding && <AddCalendar onClose={() => setAdding(false)} />}
    </>
  );
}

function Calendars({ items }: { readonly items: readonly ImportedCalendarDto[] }) {
  const { t } = useText();
  if (items.length === 0) {
    return <EmptyState title={t('calendars.empty-title')}>{t('calendars.empty')}</EmptyState>;
  }
  const heads = ['name', 'concerns', 'entries', 'state', 'actions'] as const;
  return (
    <DataTable label={t('calendars.title')} columns={heads.map((head) => t(`calendars.columns.${head}`))}>
      {items.map((calendar) => (
        <tr key={calendar.id}>
          <Cell>
            <Text fw={600}>
              <Local text={calendar.name} />
            </Text>
            {calendar.address !== null && (
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {calendar.address}
              </Text>
            )}
          </Cell>
          <Cell head={t('calendars.columns.concerns')}>
            <Concerns calendar={calendar} />
          </Cell>
          <Cell head={t('calendars.columns.entries')} numeric>
            {calendar.entries}
          </Cell>
          <Cell head={t('calendars.columns.state')}>
            <CalendarState calendar={calendar} />
          </Cell>
          <Cell numeric>
            <CalendarMenu calendar={calendar} />
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Concerns({ calendar }: { readonly calendar: ImportedCalendarDto }) {
  const { t } = useText();
  const { laender, institution } = calendar;
  if (laender.length > 0) return <>{laender.map((land) => t(`console.place.lands.${land}`)).join(', ')}</>;
  return institution === null ? <>{t('calendars.everybody')}</> : <Local text={institution.name} />;
}

function CalendarState({ calendar }: { readonly calendar: ImportedCalendarDto }) {
  const { t, language } = useText();
  const { failure, refreshedAt } = calendar;
  if (failure !== null) {
    return (
      <StateMark tone="bad" Shape={IconAlertTriangle}>
        <span>
          {t('calendars.failed', { moment: momentWords(failure.since, language) })}{' '}
          {errorText(t, failure.code, failure.params)}
        </span>
      </StateMark>
    );
  }
  if (refreshedAt === null) {
    return (
      <StateMark tone="quiet" Shape={IconClock}>
        {t('calendars.not-yet')}
      </StateMark>
    );
  }
  return (
    <StateMark tone="good" Shape={IconCircleCheck}>
      {t('calendars.as-of', { moment: momentWords(refreshedAt, language) })}
    </StateMark>
  );
}
