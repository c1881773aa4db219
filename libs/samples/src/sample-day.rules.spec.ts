import { Temporal } from '#kernel';
import { resolveSampleDay, SAMPLE_DAY, weekdayAfter } from './sample-day.rules.js';

describe('a day of a sample', () => {
  it.each([
    ['2011-04-01', '2026-11-27', '2011-04-01'],
    ['year+0', '2026-11-27', '2026-01-01'],
    ['year-3', '2028-02-29', '2025-01-01'],
    ['month+1', '2026-12-31', '2027-01-01'],
    ['month-2', '2026-01-31', '2025-11-01'],
    ['next-12-01', '2026-11-30', '2026-12-01'],
    ['next-12-01', '2026-12-01', '2027-12-01'],
  ])('is written %s and means, seen from %s, %s', (text, today, meant) => {
    expect(SAMPLE_DAY.test(text)).toBe(true);
    expect(resolveSampleDay(text, Temporal.PlainDate.from(today)).toString()).toBe(meant);
  });

  it.each([
    [{ weeks: 2, weekday: 4 }, '2026-11-27', '2026-12-17'],
    [{ weeks: 0, weekday: 5 }, '2026-11-27', '2026-11-27'],
    [{ weeks: -1, weekday: 1 }, '2026-11-27', '2026-11-23'],
  ])('is a weekday after another: %p after %s', (wish, day, meant) => {
    expect(weekdayAfter(Temporal.PlainDate.from(day), wish).toString()).toBe(meant);
  });
});
