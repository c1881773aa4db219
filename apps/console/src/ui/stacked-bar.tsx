import type { Tone } from './state-mark.js';
import styles from './plots.module.css';

interface StackedBarProps {
  readonly parts: readonly { readonly key: string; readonly tone: Tone; readonly count: number }[];
  /** What fills the whole width. */
  readonly most: number;
}

/** Counts laid end to end. The words beside it say the same: it is left out where it is read aloud. */
export function StackedBar({ parts, most }: StackedBarProps) {
  return (
    <span aria-hidden="true" className={styles.stacked}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, tone, count }) => (
          <span key={key} data-tone={tone} style={{ width: `${(count / most) * 100}%` }} />
        ))}
    </span>
  );
}
