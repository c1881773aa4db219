import type { TimelineScale } from './timeline-scale.js';
import styles from './year-axis.module.css';

/** The years beneath rows that lie on one scale; those who do not see it read the days in the rows. */
export function YearAxis({ years }: Pick<TimelineScale, 'years'>) {
  return (
    <div aria-hidden="true" className={styles.years}>
      {years.map(({ year, x }) => (
        <span key={year} style={{ insetInlineStart: `${x}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}
