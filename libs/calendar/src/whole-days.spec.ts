import { Temporal } from '#kernel';
import { areWholeDays, firstAndLastDay, wholeDays } from './whole-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const between = (startsLocal: string, endsLocal: string) => ({
  startsLocal: Temporal.PlainDateTime.from(startsLocal),
  endsLocal: Temporal.PlainDateTime.from(endsLocal),
});

describe('whole days', () => {
  it.each([
    ['2027-03-04', '2027-03-04', '2027-03-05T00:00:00'],
    ['2027-12-30', '2027-12-31', '2028-01-01T00:00:00'],
    ['2028-02-28', '2028-02-29', '2028-03-01T00:00:00'],
  ])('from %s to %s end at %s and come back', (first, last, endsLocal) => {
    const days = wholeDays(day(first), day(last));
    expect(days.endsLocal.toString()).toBe(endsLocal);
    expect(areWholeDays(days)).toBe(true);
    expect(firstAndLastDay(days)).toEqual({ first: day(first), last: day(last) });
  });

  it.each([
    ['no day at all', '2027-03-04T00:00', '2027-03-04T00:00'],
    ['the end before the start', '2027-03-04T00:00', '2027-03-03T00:00'],
    ['a start with a time', '2027-03-04T09:00', '2027-03-05T00:00'],
    ['an end with a time', '2027-03-04T00:00', '2027-03-05T17:00'],
  ])('are not %s', (_, startsLocal, endsLocal) => {
    expect(areWholeDays(between(startsLocal, endsLocal))).toBe(false);
  });
});
