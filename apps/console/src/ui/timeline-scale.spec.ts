import { timelineScale } from './timeline-scale.js';

const past = { validFrom: '2024-01-01', validUntil: '2024-12-31' };
const present = { validFrom: '2025-01-01', validUntil: null };

describe('timelineScale', () => {
  it('lets one period begin where the other ended, and the open one leave the picture', () => {
    const { barOf } = timelineScale([present, past], '2026-03-02');
    const [one, two] = [barOf(past), barOf(present)];
    expect(one.x).toBe(0);
    expect(one.x + one.width).toBeCloseTo(two.x);
    expect(two.x + two.width).toBeCloseTo(100);
    expect([one.open, two.open]).toEqual([false, true]);
  });

  it('has the day looked at within it, a year before its end', () => {
    const { placeOf } = timelineScale([past], '2026-03-02');
    expect(placeOf('2026-03-02')).toBeGreaterThan(50);
    expect(placeOf('2027-03-02')).toBeLessThan(100);
  });

  it('marks the years, and fewer of them the more there are', () => {
    const few = timelineScale([past], '2026-03-02').years.map(({ year }) => year);
    expect(few).toEqual([2024, 2025, 2026, 2027]);
    const many = timelineScale([{ validFrom: '1990-05-01', validUntil: null }], '2026-03-02').years;
    expect(many.length).toBeLessThanOrEqual(6);
  });

  it('copes with one day', () => {
    const day = { validFrom: '2026-03-02', validUntil: '2026-03-02' };
    const { width } = timelineScale([day], '2026-03-02').barOf(day);
    expect(width).toBeGreaterThan(0);
    expect(width).toBeLessThan(1);
  });
});
