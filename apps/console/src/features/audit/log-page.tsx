import { SimpleGrid } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { endpoints, type AuditEntryDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { readersZone } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { parseDay } from '../../ui/parse-day.js';
import { useText } from '../../ui/use-text.js';
import { EntryList } from './entry-list.js';

/** What the chips stand for, by what the action begins with. */
const areas = [
  'meeting',
  'series',
  'poll',
  'invitation',
  'institution',
  'membership',
  'office',
  'mandate',
  'person',
  'audience',
  'grant',
  'login',
  'session',
] as const;
const channels = [
  'host',
  'web',
  'calendar',
  'api',
  'import',
  'cli',
  'system',
] as const satisfies readonly AuditEntryDto['channel'][];

/** The log: who changed what, latest first; the filters stand in the address. */
export function LogPage() {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const area = areas.find((each) => each === search.get('area'));
  const channel = channels.find((each) => each === search.get('channel'));
  const [from, until] = [dayIn(search, 'from'), dayIn(search, 'until')];
  const input = {
    query: {
      action: area === undefined ? undefined : `${area}.`,
      channel,
      from,
      until,
      actorId: search.get('actor') ?? undefined,
      zone: readersZone(),
    },
  };
  const query = useApiPages(endpoints.listAudit, input);
  const choose = (name: string) => (day: string) =>
    setSearch(
      (before) => {
        if (day === '') before.delete(name);
        else before.set(name, day);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div>
      <PageHead
        title={t('rights.log.title')}
        actions={<ExportMenu list={endpoints.listAudit} input={input} />}
      >
        {t('rights.log.text')}
      </PageHead>
      <FilterChips
        name="area"
        label={t('rights.log.area')}
        choices={[
          { value: null, label: t('console.list.all') },
          ...areas.map((value) => ({ value, label: t(`rights.log.areas.${value}`) })),
        ]}
      />
      <FilterChips
        name="channel"
        label={t('rights.log.channel')}
        choices={[
          { value: null, label: t('rights.log.every-channel') },
          ...channels.map((value) => ({ value, label: t(`rights.log.channels.${value}`) })),
        ]}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} maw={480} mb="md">
        <DayField label={t('rights.log.from')} value={from ?? ''} onChange={choose('from')} />
        <DayField label={t('rights.log.until')} value={until ?? ''} onChange={choose('until')} />
      </SimpleGrid>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('rights.log.none')}>{t('rights.log.none-text')}</EmptyState>
          ) : (
            <EntryList items={items} />
          )
        }
      </Loaded>
      <LoadMore query={query} />
    </div>
  );
}

function dayIn(search: URLSearchParams, name: string): string | undefined {
  return parseDay(search.get(name) ?? '') ?? undefined;
}
