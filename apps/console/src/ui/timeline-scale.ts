import { addDays, daysBetween } from './moment.js';

/** From a day until a day, both inclusive; null: open-ended. */
export interface DatedPeriod {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export interface Bar {
  /** Where it begins and how long it is, in parts of a hundred. */
  readonly x: number;
  readonly width: number;
  readonly open: boolean;
}

export interface TimelineScale {
  readonly barOf: (period: DatedPeriod) => Bar;
  /** Where the day stands. */
  readonly placeOf: (day: string) => number;
  /** The first of January of the years that are marked. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
}

const MOST_MARKS = 6;
const AHEAD_DAYS = 365;

/**
 * One scale for all the periods: from the first day of them until the last, at least a year beyond the day looked at,
 * where those that are open-ended leave the picture.
 */
export function timelineScale(periods: readonly DatedPeriod[], day: string): TimelineScale {
  const known = periods.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil ?? validFrom]);
  const first = [...known, day].toSorted()[0] ?? day;
  const last = [...known, addDays(day, AHEAD_DAYS)].toSorted().at(-1) ?? day;
  const length = Math.max(1, daysBetween(first, last) + 1);
  const placeOf = (one: string) => (100 * daysBetween(first, one)) / length;
  return {
    placeOf,
    barOf: ({ validFrom, validUntil }) => {
      const x = placeOf(validFrom);
      const end = validUntil === null ? 100 : placeOf(addDays(validUntil, 1));
      return { x, width: end - x, open: validUntil === null };
    },
    years: yearsBetween(first, last).map((year) => ({ year, x: placeOf(`${year}-01-01`) })),
  };
}

function yearsBetween(first: string, last: string): readonly number[] {
  const from = Number(first.slice(0, 4)) + (first.slice(4) === '-01-01' ? 0 : 1);
  const count = Number(last.slice(0, 4)) - from + 1;
  const step = Math.ceil(count / MOST_MARKS);
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index).filter(
    (year) => year % step === 0,
  );
}
