import { firstYear, spotOf, yearsOf, type YearPoint } from './year-points.js';

const point = (day: string, shape: YearPoint['shape']): YearPoint => ({ id: day, day, shape });

describe('the ring of a year', () => {
  it('begins at the top and goes round like a clock', () => {
    expect(spotOf('2027-01-01', 72)).toEqual({ x: 100, y: 28 });
    expect(spotOf('2027-04-02', 72).x).toBeGreaterThan(171);
    expect(spotOf('2027-07-02', 72).y).toBeGreaterThan(171);
    expect(spotOf('2027-10-01', 72).x).toBeLessThan(29);
  });

  it('gives leap years a day more', () => {
    expect(spotOf('2028-07-01')).not.toEqual(spotOf('2027-07-01'));
  });

  it('shows the year of the next date first, or the last there was', () => {
    const points = [point('2026-03-04', 'past'), point('2028-03-04', 'coming'), point('2027-03-04', 'next')];
    expect([yearsOf(points), firstYear(points), firstYear(points.slice(0, 1)), firstYear([])]).toEqual([
      [2026, 2027, 2028],
      2027,
      2026,
      undefined,
    ]);
  });
});
