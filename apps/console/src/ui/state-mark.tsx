import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './state-mark.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

interface StateMarkProps {
  readonly tone: Tone;
  /** The shape: a state is never told by its colour alone. */
  readonly Shape: Icon;
  readonly children: ReactNode;
}

/** A state in a word, a shape and a colour. */
export function StateMark({ tone, Shape, children }: StateMarkProps) {
  return (
    <span className={`${styles.mark} ${styles[tone]}`}>
      <Shape size={16} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}
