import { Title } from '@mantine/core';
import { useId } from 'react';
import styles from './audiences.module.css';

interface CountBarsProps {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly count: number }[];
}

/** How many of each, as bars with their numbers; the longest fills the width. */
export function CountBars({ title, rows }: CountBarsProps) {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h5" id={id} mb={8}>
        {title}
      </Title>
      <ul className={styles.bars}>
        {rows.map(({ key, label, count }) => (
          <li key={key}>
            <span>{label}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className={styles.number}>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
