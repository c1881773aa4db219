import type { ReactNode } from 'react';
import styles from './filter-chips.module.css';

/** The further filters of a list, side by side. */
export function FilterBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}
