import { Temporal } from '#kernel';

/** The wall clocks of an all-day meeting: both at 00:00, `endsLocal` is the day after the last (RFC 5545: DTEND). */
interface WholeDays {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly endsLocal: Temporal.PlainDateTime;
}

/** The wall clocks of the days from `first` to `last`, both inclusive. */
export function wholeDays(first: Temporal.PlainDate, last: Temporal.PlainDate): WholeDays {
  return { startsLocal: first.toPlainDateTime(), endsLocal: last.add({ days: 1 }).toPlainDateTime() };
}

/** The first and the last day of an all-day meeting, both inclusive. */
export function firstAndLastDay(days: WholeDays): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  return {
    first: days.startsLocal.toPlainDate(),
    last: days.endsLocal.toPlainDate().subtract({ days: 1 }),
  };
}

/** Whether the wall clocks can be those of an all-day meeting: both at 00:00, at least one day. */
export function areWholeDays({ startsLocal, endsLocal }: WholeDays): boolean {
  const midnight = Temporal.PlainTime.from('00:00');
  return (
    startsLocal.toPlainTime().equals(midnight) &&
    endsLocal.toPlainTime().equals(midnight) &&
    Temporal.PlainDateTime.compare(startsLocal, endsLocal) < 0
  );
}
