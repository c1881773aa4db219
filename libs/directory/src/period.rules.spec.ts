import { Temporal } from '#kernel';
import { checkPeriod, isLonger, overlaps } from './period.rules.js';

describe('overlaps', () => {
  it.each([
    ['the last day is the first of the other', '2026-01-01/2026-03-31', '2026-03-31/', true],
    ['one ends the day before', '2026-01-01/2026-03-31', '2026-04-01/', false],
    ['one lies within the other', '2026-01-01/', '2026-02-01/2026-02-01', true],
    ['both are open-ended', '2026-01-01/', '2030-01-01/', true],
    ['they are years apart', '2020-01-01/2020-12-31', '2026-01-01/2026-12-31', false],
  ])('when %s: %s and %s', (_, one, other, expected) => {
    expect(overlaps(period(one), period(other))).toBe(expected);
    expect(overlaps(period(other), period(one))).toBe(expected);
  });
});

describe('isLonger', () => {
  it.each([
    ['a later day than before', '2026-01-01/2026-04-01', '2026-01-01/2026-03-31', true],
    ['no end any more', '2026-01-01/', '2026-01-01/2026-03-31', true],
    ['the same day', '2026-01-01/2026-03-31', '2026-01-01/2026-03-31', false],
    ['an earlier day', '2026-01-01/2026-03-30', '2026-01-01/2026-03-31', false],
    ['an end at last', '2026-01-01/2036-03-31', '2026-01-01/', false],
    ['no end as before', '2026-01-01/', '2026-01-01/', false],
  ])('%s: %s after %s is %s', (_, one, other, expected) => {
    expect(isLonger(period(one), period(other))).toBe(expected);
  });
});

describe('checkPeriod', () => {
  it('takes one day and an open end', () => {
    expect(() => checkPeriod(period('2026-01-01/2026-01-01'))).not.toThrow();
    expect(() => checkPeriod(period('2026-01-01/'))).not.toThrow();
  });

  it('refuses an end before the beginning', () => {
    expect(() => checkPeriod(period('2026-01-02/2026-01-01'))).toThrow('period.not-in-order');
  });
});

function period(text: string) {
  const [from = '', until = ''] = text.split('/');
  return {
    validFrom: Temporal.PlainDate.from(from),
    validUntil: until === '' ? null : Temporal.PlainDate.from(until),
  };
}
