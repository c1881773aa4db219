import type { ReactNode } from 'react';
import { dayWords, today } from './moment.js';
import { timelineScale, type DatedPeriod, type TimelineScale } from './timeline-scale.js';
import styles from './timeline.module.css';
import { useText } from './use-text.js';
import { YearAxis } from './year-axis.js';

export interface TimelineRow extends DatedPeriod {
  readonly id: string;
  readonly name: ReactNode;
  /** What else is said beneath the name. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
}

interface TimelineProps {
  readonly label: string;
  readonly rows: readonly TimelineRow[];
}

/** Periods beneath one another on one scale, with today marked: who came when, and where nobody was. */
export function Timeline({ label, rows }: TimelineProps) {
  const { t } = useText();
  const now = today();
  const scale = timelineScale(rows, now);
  return (
    <div className={styles.timeline}>
      <ul aria-label={label} className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} scale={scale} now={now} />
        ))}
      </ul>
      <YearAxis years={scale.years} />
      <p className={styles.legend}>
        <span aria-hidden="true" className={styles.sample} /> {t('directory.timeline.today')}
      </p>
    </div>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly scale: TimelineScale;
  readonly now: string;
}

function Row({ row, scale, now }: RowProps) {
  const bar = scale.barOf(row);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div>
          <span className={styles.name}>{row.name}</span>
          <span className={styles.period}>
            <PeriodWords period={row} />
          </span>
          {row.about !== undefined && <span className={styles.period}>{row.about}</span>}
        </div>
        {row.actions}
      </div>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        className={styles.drawing}
        data-state={stateOf(row, now)}
      >
        <line x1="0" x2="100" y1="11.5" y2="11.5" className={styles.ground} />
        <rect x={bar.x} width={Math.max(bar.width, 0.5)} y="2" height="7" className={styles.bar} />
        <line x1={scale.placeOf(now)} x2={scale.placeOf(now)} y1="0" y2="12" className={styles.today} />
      </svg>
    </li>
  );
}

/** "seit 4. März 2027", "4. März 2027 bis 3. März 2028", or "ab …" for what is still to come. */
export function PeriodWords({ period }: { readonly period: DatedPeriod }) {
  const { t, language } = useText();
  const from = dayWords(period.validFrom, language);
  if (period.validUntil !== null) {
    return <>{t('console.period.span', { from, until: dayWords(period.validUntil, language) })}</>;
  }
  const key = period.validFrom > today() ? 'directory.period.starting' : 'console.period.since';
  return <>{t(key, { day: from })}</>;
}

/** Whether a period is over, counts now or is still to come. */
export function stateOf({ validFrom, validUntil }: DatedPeriod, now: string): 'past' | 'present' | 'coming' {
  if (validFrom > now) return 'coming';
  return validUntil !== null && validUntil < now ? 'past' : 'present';
}
