import { VisuallyHidden } from '@mantine/core';
import { Temporal } from 'temporal-polyfill';
import { dateBlock, daysOf, formatOwnTime, relativeDays } from '#i18n';
import styles from './date-block.module.css';
import { readersZone, whenOf, type Span } from './moment.js';
import { useText } from './use-text.js';

interface DateBlockProps {
  readonly span: Span;
  readonly size?: 'small' | 'large';
  /** Struck through: the meeting does not take place. */
  readonly cancelled?: boolean;
}

/** The picture of a meeting: weekday, day, month, year, and the time beneath. */
export function DateBlock({ span, size = 'small', cancelled = false }: DateBlockProps) {
  const { language } = useText();
  const when = whenOf(span);
  const words = dateBlock(when, language);
  const { first } = daysOf(when);
  const short = size === 'small';
  return (
    <time
      dateTime={words.machine}
      className={`${styles.block} ${styles[size]} ${cancelled ? styles.cancelled : ''}`}
    >
      <VisuallyHidden>{words.label}</VisuallyHidden>
      <span aria-hidden="true" className={styles.weekday}>
        {words.weekday}
      </span>
      <span aria-hidden="true" className={styles.day}>
        {words.day}
      </span>
      <span aria-hidden="true" className={styles.month}>
        {words.month}
      </span>
      <span aria-hidden="true" className={styles.year}>
        {first.year}
      </span>
      {!short && (
        <span aria-hidden="true" className={styles.time}>
          {words.time}
          {words.until !== null && <br />}
          {words.until}
        </span>
      )}
    </time>
  );
}

/** The time of day in words for a list's second line; several days say their end. */
export function TimeWords({ span }: { readonly span: Span }) {
  const { language } = useText();
  const when = whenOf(span);
  const words = dateBlock(when, language);
  const own = formatOwnTime(when, readersZone(), language);
  return (
    <>
      {words.time}
      {words.until !== null && ` ${words.until}`}
      {own !== null && ` (${own})`}
    </>
  );
}

/** "in 12 Tagen", beside the date. */
export function RelativeDay({ span }: { readonly span: Span }) {
  const { language } = useText();
  const { first } = daysOf(whenOf(span));
  return <>{relativeDays(first, Temporal.Now.plainDateISO(span.zone), language)}</>;
}
