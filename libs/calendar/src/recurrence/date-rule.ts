import { DomainError, Temporal } from '#kernel';

/**
 * How the dates of a series come about, in wall clocks: what recurs is what people read off the clock on the wall, so
 * that summer time moves nothing; instants are derived from each date by `instantOf`.
 */
export type DateRule =
  | {
      readonly kind: 'rrule';
      /** `2027-03-04T10:00`, DTSTART: the earliest date, and the time of day of all. */
      readonly startsLocal: string;
      /** RFC 5545, section 3.3.10, without DTSTART: `FREQ=MONTHLY;BYDAY=1TH`. */
      readonly rrule: string;
      /** Wall clocks left out. They count where the rule has a COUNT. */
      readonly except: readonly string[];
    }
  | {
      readonly kind: 'picked';
      /** Wall clocks chosen by hand, sorted, each once. */
      readonly dates: readonly string[];
    };

/** Of the centuries in which anybody meets: the tables of leap years and clocks hold, and no loop gets long. */
const WALL_CLOCK = /^(?:19|2\d)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::00)?$/;

/** Reads `2027-03-04T10:00`; throws `series.rule-date-invalid`, at `pointer`, for any other text. */
export function readWallClock(text: string, pointer: string): Temporal.PlainDateTime {
  try {
    if (!WALL_CLOCK.test(text)) throw new RangeError(text);
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    throw new DomainError('series.rule-date-invalid', { date: text.slice(0, 40), pointer });
  }
}

/** A wall clock as rules write it, to the minute. */
export function writeWallClock(wallClock: Temporal.PlainDateTime): string {
  return wallClock.toString({ smallestUnit: 'minute' });
}
