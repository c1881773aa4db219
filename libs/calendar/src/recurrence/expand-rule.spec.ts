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
