import type { Temporal } from '#kernel';

/** A span with clock times: two instants, shown in an IANA zone. */
export interface TimedWhen {
  readonly kind: 'timed';
  readonly starts: Temporal.Instant;
  readonly ends: Temporal.Instant;
  readonly zone: string;
}

/** One or several whole days, both inclusive. */
export interface AllDayWhen {
  readonly kind: 'all-day';
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

/** When something takes place, as pages, mails and the console show it. */
export type When = TimedWhen | AllDayWhen;

/** The first and the last day, both inclusive; a timed span's in its own zone, where midnight ends the day before. */
export function daysOf(when: When): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  if (when.kind === 'all-day') return { first: when.first, last: when.last };
  const first = when.starts.toZonedDateTimeISO(when.zone).toPlainDate();
  const lastMoment = when.ends.subtract({ nanoseconds: 1 });
  const last = lastMoment.toZonedDateTimeISO(when.zone).toPlainDate();
  return { first, last: last.until(first).sign > 0 ? first : last };
}
