import { Temporal } from '#kernel';
import type { DateRule } from './date-rule.js';
import { expandRule } from './expand-rule.js';

const wallClock = (text: string) => Temporal.PlainDateTime.from(text);

function rule(startsLocal: string, rrule: string, except: readonly string[] = []): DateRule {
  return { kind: 'rrule', startsLocal, rrule, except };
}

function days(of: DateRule, limit: number, from = '2020-01-01T00:00'): readonly string[] {
  const span = { from: wallClock(from), until: wallClock('2100-01-01T00:00'), limit };
  return expandRule(of, span).map((date) => date.toPlainDate().toString());
}

describe('expandRule', () => {
  it.each([
    ['last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    [
      'last workday',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ['2027-01-29', '2027-02-26', '2027-03-31', '2027-04-30'],
    ],
    [
      'first and third Monday',
      'FREQ=MONTHLY;BYDAY=1MO,3MO',
      ['2027-01-04', '2027-01-18', '2027-02-01', '2027-02-15'],
    ],
    [
      'first Thursday of four months',
      'FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=1TH',
      ['2027-03-04', '2027-06-03', '2027-09-02', '2027-12-02'],
    ],
    [
      'the 31st, months without one left out',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'],
    ],
    [
      '29 February',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      ['2028-02-29', '2032-02-29', '2036-02-29', '2040-02-29'],
    ],
    [
      'every other week',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      ['2027-01-12', '2027-01-26', '2027-02-09', '2027-02-23'],
    ],
    ['last Friday', 'FREQ=MONTHLY;BYDAY=-1FR', ['2027-01-29', '2027-02-26', '2027-03-26', '2027-04-30']],
    [
      'Friday the 13th',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      ['2027-08-13', '2028-10-13', '2029-04-13', '2029-07-13'],
    ],
  ])('gives the %s', (_, rrule, expected) => {
    expect(days(rule('2027-01-01T10:00', rrule), 4)).toEqual(expected);
  });

  // What the second engine of test/interop/recurrence is known to get wrong.
  it.each([
    [
      'the first and the last workday of the month, once where they are one',
      'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7;BYSETPOS=1,-1',
      ['2027-01-04', '2027-02-01', '2027-03-01', '2027-04-05'],
    ],
    [
      'no last but one of a single day',
      'FREQ=MONTHLY;BYMONTHDAY=29,31;BYSETPOS=-2',
      ['2027-01-29', '2027-03-29', '2027-05-29', '2027-07-29'],
    ],
    [
      'the first workday of whole weeks, the first being cut by the start',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'],
    ],
    [
      'days of January of the last week of a year that begins on Sundays',
      'FREQ=YEARLY;BYWEEKNO=52;BYDAY=FR;WKST=SU',
      ['2027-01-01', '2027-12-31', '2028-12-29', '2029-12-28'],
      '2026-12-01T10:00',
    ],
  ])('gives %s', (_, rrule, expected, startsLocal = '2027-01-01T10:00') => {
    expect(days(rule(startsLocal, rrule), 4)).toEqual(expected);
  });

  it.each([1, 2, 51, 52, 53, -1, -2, -52, -53])(
    'gives every Monday and Sunday of week %i by ISO 8601',
    (week) => {
      const expected: string[] = [];
      const end = Temporal.PlainDate.from('2055-01-01');
      const first = Temporal.PlainDate.from('2026-06-01');
      for (let day = first; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
        const [year, weekOfYear] = [day.yearOfWeek ?? 0, day.weekOfYear ?? 0];
        const weeks = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 0;
        const isThatWeek = weekOfYear === week || weekOfYear === weeks + 1 + week;
        if (isThatWeek && (day.dayOfWeek === 1 || day.dayOfWeek === 7)) expected.push(day.toString());
      }
      const span = { from: wallClock('2026-06-01T00:00'), until: wallClock('2055-01-01T00:00') };
      const found = expandRule(rule('2026-06-01T10:00', `FREQ=YEARLY;BYWEEKNO=${week};BYDAY=MO,SU`), span);
      expect(found.map((date) => date.toPlainDate().toString())).toEqual(expected);
      expect(expected.length).toBeGreaterThan(5);
    },
  );

  it('gives 29 February from DTSTART alone', () => {
    expect(days(rule('2028-02-29T10:00', 'FREQ=YEARLY'), 3)).toEqual([
      '2028-02-29',
      '2032-02-29',
      '2036-02-29',
    ]);
  });

  it('keeps the wall clock when summer time changes', () => {
    const span = { from: wallClock('2027-03-20T00:00'), until: wallClock('2027-04-05T00:00') };
    expect(expandRule(rule('2027-03-07T02:30', 'FREQ=WEEKLY'), span).map(String)).toEqual([
      '2027-03-21T02:30:00',
      '2027-03-28T02:30:00',
      '2027-04-04T02:30:00',
    ]);
  });

  it('takes from as inclusive and until as exclusive, to the minute', () => {
    const daily = rule('2027-01-01T10:00', 'FREQ=DAILY');
    const within = (from: string, until: string) =>
      expandRule(daily, { from: wallClock(from), until: wallClock(until) }).length;
    expect(within('2027-01-02T10:00', '2027-01-04T10:00')).toBe(2);
    expect(within('2027-01-02T10:01', '2027-01-04T10:01')).toBe(2);
    expect(within('2027-01-04T10:00', '2027-01-02T10:00')).toBe(0);
    expect(within('2020-01-01T00:00', '2027-01-01T10:00')).toBe(0);
  });

  it.each([
    ['a day, inclusive', '20270103', 3],
    ['a wall clock, inclusive', '20270103T100000', 3],
    ['a wall clock before the time of day', '20270103T095959', 2],
  ])('ends at %s', (_, until, count) => {
    expect(days(rule('2027-01-01T10:00', `FREQ=DAILY;UNTIL=${until}`), 9)).toHaveLength(count);
  });

  it('counts dates that are left out', () => {
    expect(days(rule('2027-01-01T10:00', 'FREQ=DAILY;COUNT=3', ['2027-01-02T10:00']), 9)).toEqual([
      '2027-01-01',
      '2027-01-03',
    ]);
  });

  it('fills the limit whatever is left out', () => {
    expect(days(rule('2027-01-01T10:00', 'FREQ=YEARLY', ['2028-01-01T10:00']), 3)).toEqual([
      '2027-01-01',
      '2029-01-01',
      '2030-01-01',
    ]);
  });

  it('counts from the start, wherever the span begins', () => {
    expect(days(rule('2027-01-01T10:00', 'FREQ=MONTHLY;COUNT=4'), 9, '2027-03-01T00:00')).toEqual([
      '2027-03-01',
      '2027-04-01',
    ]);
    expect(days(rule('2027-01-05T10:00', 'FREQ=WEEKLY;INTERVAL=3'), 1, '2031-05-01T00:00')).toEqual([
      '2031-05-20',
    ]);
  });

  it('gives dates picked by hand in the span', () => {
    const picked = {
      kind: 'picked',
      dates: ['2027-03-04T10:00', '2027-06-03T10:00', '2027-09-02T14:00'],
    } as const;
    expect(days(picked, 2)).toEqual(['2027-03-04', '2027-06-03']);
    expect(days(picked, 2, '2027-06-03T10:01')).toEqual(['2027-09-02']);
  });
});
