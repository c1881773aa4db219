import { Button, Text } from '@mantine/core';
import { IconAlertCircle, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endpoints, type SeriesItemDto } from '#contracts';
import { formatList } from '#i18n';
import { useApiPages, useMay } from '../../api/index.js';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { DateBlock, RelativeDay } from '../../ui/date-block.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { PageHead } from '../../ui/page-head.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';
import styles from './series-list.module.css';
import { SeriesMark } from './series-mark.js';

const ALL = { query: {} };

/** All series, by name: when they are, which date is next, and what waits for the host. */
export function SeriesListPage() {
  const { t } = useText();
  const may = useMay();
  const query = useApiPages(endpoints.listSeries, ALL);
  const isEmpty = query.items?.length === 0;
  return (
    <div>
      <PageHead
        title={t('series-pages.title')}
        actions={
          <>
            <ExportMenu list={endpoints.listSeries} input={ALL} />
            {may('meeting.create') && !isEmpty && <NewSeries />}
          </>
        }
      />
      <Loaded query={{ ...query, data: query.items }}>{(items) => <List items={items} />}</Loaded>
      <LoadMore query={query} />
    </div>
  );
}

function List({ items }: { readonly items: readonly SeriesItemDto[] }) {
  const { t } = useText();
  const may = useMay();
  if (items.length === 0) {
    return (
      <EmptyState title={t('series-pages.list.none')} action={may('meeting.create') && <NewSeries />}>
        {t('series-pages.list.none-text')}
      </EmptyState>
    );
  }
  const columns = ['next', 'series', 'host', 'state'] as const;
  return (
    <DataTable
      label={t('series-pages.title')}
      columns={columns.map((column) => t(`series-pages.list.${column}`))}
    >
      {items.map((series) => (
        <Row key={series.id} series={series} />
      ))}
    </DataTable>
  );
}

function Row({ series }: { readonly series: SeriesItemDto }) {
  const { t, language } = useText();
  const name = pickLocal(series.name, language);
  const { next, waiting } = series;
  const hosts = next?.hosts.map((host) => pickLocal(host.name, language).text) ?? [];
  const span = next === null ? null : spanOf(series, next.startsLocal);
  return (
    <tr className={styles.row}>
      <td className={styles.date}>
        {span === null ? (
          <Text size="sm" c="dimmed">
            {t('series-pages.list.no-next')}
          </Text>
        ) : (
          <DateBlock span={span} />
        )}
      </td>
      <td>
        <div>
          <RowLink to={`/series/${series.id}`} lang={name.lang}>
            {name.text}
          </RowLink>
          <Text size="sm">{series.ruleWords[language]}</Text>
          {span !== null && (
            <Text size="sm" c="dimmed">
              <RelativeDay span={span} /> · {t('series-pages.list.coming', { count: series.coming })}
            </Text>
          )}
        </div>
      </td>
      <Cell head={hosts.length === 0 ? '' : t('series-pages.list.host')}>
        {hosts.length > 0 && formatList(hosts, language)}
      </Cell>
      <td>
        <div className={styles.marks}>
          <SeriesMark state={series.state} />
          {waiting > 0 && series.state !== 'ended' && (
            <StateMark tone="warn" Shape={IconAlertCircle}>
              {t('series-pages.list.waiting', { count: waiting })}
            </StateMark>
          )}
        </div>
      </td>
    </tr>
  );
}

function NewSeries() {
  const { t } = useText();
  return (
    <Button component={Link} to="/series/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {t('series-pages.new')}
    </Button>
  );
}

/** The list knows when a date begins; that is all its block shows. */
function spanOf({ zone }: SeriesItemDto, startsLocal: string) {
  return { allDay: false, startsLocal, endsLocal: startsLocal, zone };
}
