import * as fc from 'fast-check';

/** A rule for both engines: what RFC 5545 allows, and what they are known to read alike. */
export interface GeneratedRule {
  readonly startsLocal: string;
  readonly rrule: string;
  /** Which of the first dates are left out. */
  readonly exceptAt: readonly number[];
}

/*
 * Left out, because `rrule` is known to be wrong there and our own tables and a count by Temporal's weeks hold what is
 * right (libs/calendar, expand-rule.spec.ts):
 * - BYWEEKNO of the first and the last weeks: with WKST=SU it loses the days that lie in the neighbouring year;
 * - BYSETPOS in weeks: its first week begins at DTSTART;
 * - several BYSETPOS at once: a day that two of them name comes twice;
 * - BYSETPOS=-2 among few days: where there is one only, it is taken for the last but one.
 */

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const weekdays = some(fc.constantFrom(...WEEKDAYS), 3);
const workdays = fc.constant(['MO', 'TU', 'WE', 'TH', 'FR']);
const everyDay = fc.constant([...WEEKDAYS]);
const nthWeekdays = some(
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), fc.constantFrom(...WEEKDAYS))
    .map(([nth, day]) => `${nth}${day}`),
  3,
);
const monthDays = some(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), 3);
const months = some(fc.integer({ min: 1, max: 12 }), 4);
const yearDays = some(fc.oneof(fc.integer({ min: 1, max: 366 }), fc.integer({ min: -366, max: -1 })), 3);
const weekNumbers = some(fc.oneof(fc.integer({ min: 2, max: 51 }), fc.integer({ min: -51, max: -2 })), 3);
const position = fc.constantFrom([1], [2], [3], [-1], [-2]);
const positionOfFew = fc.constantFrom([1], [2], [3], [-1]);

type Parts = Readonly<Record<string, readonly (string | number)[]>>;

/** The parts that say which days of a period are meant, by frequency; the last names some that belong together. */
const patterns: Readonly<Record<string, fc.Arbitrary<Parts>>> = {
  DAILY: fc.oneof(
    fc.constant({}),
    fc.record({ BYDAY: weekdays }),
    fc.record({ BYMONTH: months }),
    fc.record({ BYMONTHDAY: monthDays }),
    fc.record({ BYDAY: weekdays, BYMONTH: months }),
  ),
  WEEKLY: fc.oneof(
    fc.constant({}),
    fc.record({ BYDAY: weekdays }),
    fc.record({ BYDAY: weekdays, BYMONTH: months }),
  ),
  MONTHLY: fc.oneof(
    fc.constant({}),
    fc.record({ BYMONTHDAY: monthDays }),
    fc.record({ BYDAY: nthWeekdays }),
    fc.record({ BYDAY: weekdays, BYMONTHDAY: monthDays }),
    fc.record({ BYDAY: nthWeekdays, BYMONTH: months }),
    fc.record({ BYDAY: fc.oneof(workdays, everyDay, weekdays), BYSETPOS: position }),
    fc.record({ BYMONTHDAY: monthDays, BYSETPOS: positionOfFew }),
  ),
  YEARLY: fc.oneof(
    fc.constant({}),
    fc.record({ BYMONTH: months }),
    fc.record({ BYMONTHDAY: monthDays }),
    fc.record({ BYMONTH: months, BYMONTHDAY: monthDays }),
    fc.record({ BYMONTH: months, BYDAY: nthWeekdays }),
    fc.record({ BYMONTH: months, BYDAY: weekdays, BYMONTHDAY: monthDays }),
    fc.record({ BYDAY: nthWeekdays }),
    fc.record({ BYYEARDAY: yearDays }),
    fc.record({ BYWEEKNO: weekNumbers, BYDAY: weekdays }),
    fc.record({ BYMONTH: months, BYDAY: workdays, BYSETPOS: position }),
  ),
};

// Leap days, ends of months and the days on which clocks change come up far more often than by chance.
const startDays = fc.oneof(
  fc.constantFrom('2028-02-29', '2027-01-31', '2027-03-28', '2027-10-31', '2026-12-28', '2032-02-29'),
  fc
    .date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2036-12-31T00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const startTimes = fc.constantFrom('00:00', '01:59', '03:00', '10:00', '18:30', '23:59');

const ends = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
  fc
    .tuple(
      fc.integer({ min: 2027, max: 2042 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `;UNTIL=${year}${twoDigits(month)}${twoDigits(day)}T120000`),
);

export const generatedRules: fc.Arbitrary<GeneratedRule> = fc
  .constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
  .chain((frequency) =>
    fc
      .record({
        parts: patterns[frequency] ?? fc.constant({}),
        interval: fc.constantFrom(1, 1, 2, 3, 5),
        weekStart: fc.constantFrom('', '', ';WKST=SU'),
        end: ends,
        day: startDays,
        time: startTimes,
        exceptAt: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
      })
      .map(({ parts, interval, weekStart, end, day, time, exceptAt }) => ({
        startsLocal: `${day}T${time}`,
        rrule: `FREQ=${frequency};INTERVAL=${interval}${written(parts)}${weekStart}${end}`,
        exceptAt,
      })),
  );

function some<Item>(item: fc.Arbitrary<Item>, maxLength: number): fc.Arbitrary<Item[]> {
  return fc.uniqueArray(item, { minLength: 1, maxLength });
}

function written(parts: Parts): string {
  return Object.entries(parts)
    .map(([name, values]) => `;${name}=${values.join(',')}`)
    .join('');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
