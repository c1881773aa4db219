import { Group, Text, Title } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import { endpoints, type SeriesDateDto, type SeriesDto } from '#contracts';
import { useApi, useApiAll, useApiPages, useMay } from '../../api/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { today } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { DatesTable } from './dates-table.js';
import { HostsSection } from './hosts-section.js';
import { PeopleSection } from './people-section.js';
import { SeriesActions } from './series-actions.js';
import { SeriesFacts } from './series-facts.js';
import { SeriesMark } from './series-mark.js';
import styles from './series-page.module.css';
import { NextDate } from './next-date.js';
import { isWaiting, pointsOf } from './date-state.js';
import { WaitingDates } from './waiting-dates.js';
import { YearRing } from './year-ring.js';

/** One series: its year on the ring, its dates, and what waits for the host. */
export function SeriesPage() {
  const { id = '' } = useParams();
  const params = { id };
  const query = useApi(endpoints.getSeries, { params });
  const coming = useApiAll(endpoints.listSeriesDates, { params, query: { when: 'coming', limit: 200 } });
  return (
    <Loaded query={query}>
      {(series) => <Loaded query={coming}>{(dates) => <OneSeries series={series} coming={dates} />}</Loaded>}
    </Loaded>
  );
}

interface OneSeriesProps {
  readonly series: SeriesDto;
  readonly coming: readonly SeriesDateDto[];
}

function OneSeries({ series, coming }: OneSeriesProps) {
  const { t } = useText();
  const [search] = useSearchParams();
  const isPast = search.get('when') === 'past';
  const params = { id: series.id };
  const past = useApiPages(endpoints.listSeriesDates, { params, query: { when: 'past' } });
  const waiting = series.state === 'ended' ? [] : coming.filter(isWaiting);
  const shown = isPast ? past.items : coming;
  return (
    <div>
      <Head series={series} coming={coming} past={past.items ?? []} />
      {waiting.length > 0 && <WaitingDates series={series} dates={waiting} />}
      <section aria-labelledby="dates" className={styles.dates}>
        <Group justify="space-between" mb="xs">
          <Title order={2} id="dates" size="h3">
            {t('series-pages.one.dates')}
          </Title>
          <ExportMenu
            list={endpoints.listSeriesDates}
            input={{ params, query: { when: isPast ? 'past' : 'coming' } }}
          />
        </Group>
        <FilterChips
          look="tabs"
          name="when"
          label={t('console.meetings.when')}
          choices={[
            { value: null, label: t('console.meetings.coming') },
            { value: 'past', label: t('console.meetings.past') },
          ]}
        />
        <Loaded query={{ ...past, data: shown }}>
          {(dates) =>
            dates.length === 0 ? (
              <EmptyState title={t('series-pages.one.no-dates')} level={2}>
                {t(emptyKey(series, isPast))}
              </EmptyState>
            ) : (
              <DatesTable series={series} dates={dates} isPast={isPast} />
            )
          }
        </Loaded>
        {isPast && <LoadMore query={past} />}
      </section>
      <HostsSection series={series} />
      <PeopleSection series={series} />
      <SeriesFacts series={series} />
    </div>
  );
}

function Head({ series, coming, past }: OneSeriesProps & { readonly past: readonly SeriesDateDto[] }) {
  const { t, language } = useText();
  const may = useMay();
  const name = pickLocal(series.name, language);
  const points = pointsOf([...past.toReversed(), ...coming], today());
  const place = { institutionIds: [series.institution.id] };
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <PageHead
          title={name.text}
          {...(name.lang !== undefined && { lang: name.lang })}
          back={{ to: '/series', label: t('series-pages.title') }}
        >
          {series.ruleWords[language]}
        </PageHead>
        <div className={styles.state}>
          <SeriesMark state={series.state} />
          <Text size="sm" c="dimmed">
            <Local text={series.institution.name} />
          </Text>
        </div>
        <NextDate series={series} dates={coming} />
        {may('meeting.change', place) && <SeriesActions series={series} />}
      </div>
      {points.length > 0 && (
        <div className={styles.ring}>
          <YearRing points={points} />
        </div>
      )}
    </div>
  );
}

function emptyKey({ state }: SeriesDto, isPast: boolean) {
  if (isPast) return 'series-pages.one.none-past';
  return state === 'draft' ? 'series-pages.one.none-draft' : 'series-pages.one.none-coming';
}
