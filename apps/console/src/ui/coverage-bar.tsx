import styles from './coverage-bar.module.css';

interface CoverageBarProps {
  readonly done: number;
  readonly total: number;
  /** The same in words, beneath or beside the bar. */
  readonly label: string;
  readonly size?: 'small' | 'large';
}

const MOST_PARTS = 24;

/** How many of the clusters: a part for each, filled from the left; beyond 24 one bar. The words say it too. */
export function CoverageBar({ done, total, label, size = 'small' }: CoverageBarProps) {
  return (
    <div className={`${styles.coverage} ${styles[size]}`}>
      <span className={styles.label}>{label}</span>
      <span aria-hidden="true" className={styles.bar}>
        {total <= MOST_PARTS ? (
          Array.from({ length: total }, (_, place) => (
            <span key={place} className={place < done ? styles.filled : styles.open} />
          ))
        ) : (
          <>
            <span className={styles.filled} style={{ flexGrow: done }} />
            <span className={styles.open} style={{ flexGrow: total - done }} />
          </>
        )}
      </span>
    </div>
  );
}
