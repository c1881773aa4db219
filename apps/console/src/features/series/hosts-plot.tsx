import type { HostHistoryDto } from '#contracts';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords, today } from '../../ui/moment.js';
import { timelineScale } from '../../ui/timeline-scale.js';
import type { TimelineScale } from '../../ui/timeline-scale.js';
import { useText } from '../../ui/use-text.js';
import { YearAxis } from '../../ui/year-axis.js';
import styles from './hosts-plot.module.css';

type HostRecord = HostHistoryDto['hosts'][number];

interface HostsPlotProps {
  readonly records: readonly HostRecord[];
}

/** A line for every host with a dot for each date: full where it hosted, hollow where it is to. */
export function HostsPlot({ records }: HostsPlotProps) {
  const { t } = useText();
  const now = today();
  const days = records.flatMap(({ dates }) => dates.map(({ startsLocal }) => startsLocal.slice(0, 10)));
  const scale = timelineScale(
    days.map((day) => ({ validFrom: day, validUntil: day })),
    now,
  );
  return (
    <div className={styles.plot}>
      <ul aria-label={t('hosts.history')} className={styles.rows}>
        {records.map((record) => (
          <Row key={record.institution.id} record={record} scale={scale} now={now} />
        ))}
      </ul>
      <div className={styles.years}>
        <YearAxis years={scale.years} />
      </div>
      <p className={styles.legend}>
        <Sample state="past" text={t('hosts.legend.past')} />
        <Sample state="confirmed" text={t('hosts.legend.confirmed')} />
        <Sample state="open" text={t('hosts.legend.open')} />
      </p>
    </div>
  );
}

interface RowProps {
  readonly record: HostRecord;
  readonly scale: TimelineScale;
  readonly now: string;
}

function Row({ record, scale, now }: RowProps) {
  const { language } = useText();
  const name = pickLocal(record.institution.name, language);
  return (
    <li>
      <span className={styles.name} lang={name.lang}>
        {name.text}
      </span>
      <span className={styles.words}>
        <RecordWords record={record} />
      </span>
      <div aria-hidden="true" className={styles.line}>
        <span className={styles.today} style={{ insetInlineStart: `${scale.placeOf(now)}%` }} />
        {record.dates.map(({ dateId, startsLocal, isPast, state }) => (
          <span
            key={dateId}
            className={styles.dot}
            data-state={isPast ? 'past' : state === 'confirmed' ? 'confirmed' : 'open'}
            style={{ insetInlineStart: `${scale.placeOf(startsLocal.slice(0, 10))}%` }}
          />
        ))}
      </div>
    </li>
  );
}

/** The same in words: how often, by weight, when last, when next. */
function RecordWords({ record: { times, weighed, weight, last, next, hasLeft } }: Pick<RowProps, 'record'>) {
  const { t, language } = useText();
  const dayOf = (local: string) => dayWords(local.slice(0, 10), language);
  const parts = [
    t('hosts.times', { count: times }),
    ...(weight > 1 ? [t('hosts.weighed', { weight, weighed: weighed.toLocaleString(language) })] : []),
    ...(last === null ? [] : [t('hosts.last', { day: dayOf(last) })]),
    ...(next === null ? [] : [t('hosts.next', { day: dayOf(next) })]),
    ...(hasLeft ? [t('hosts.has-left')] : []),
  ];
  return <>{parts.join(' · ')}</>;
}

function Sample({ state, text }: { readonly state: string; readonly text: string }) {
  return (
    <span className={styles.sample}>
      <span aria-hidden="true" className={styles.dot} data-state={state} /> {text}
    </span>
  );
}
