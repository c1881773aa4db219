import { Temporal } from 'temporal-polyfill';

export type PointShape = 'next' | 'coming' | 'past' | 'asked' | 'out';

/** A date on the ring. */
export interface YearPoint {
  readonly id: string;
  /** `2027-03-04` */
  readonly day: string;
  readonly shape: PointShape;
}

/** Where something stands on the ring, from the middle of a square of 200. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const CENTRE = 100;
export const RADIUS = 72;

/** The place of a day on the ring of its year: 1 January is at the top, and it goes round like a clock. */
export function spotOf(day: string, radius: number = RADIUS): Spot {
  const { dayOfYear, daysInYear } = Temporal.PlainDate.from(day);
  const angle = ((dayOfYear - 1) / daysInYear) * 2 * Math.PI - Math.PI / 2;
  return { x: round(CENTRE + radius * Math.cos(angle)), y: round(CENTRE + radius * Math.sin(angle)) };
}

/** The years in which there are dates, in order. */
export function yearsOf(points: readonly YearPoint[]): readonly number[] {
  return [...new Set(points.map(({ day }) => Number(day.slice(0, 4))))].toSorted((one, other) => one - other);
}

/** The year to look at first: that of the next date, or else the last one. */
export function firstYear(points: readonly YearPoint[]): number | undefined {
  const next = points.find(({ shape }) => shape === 'next') ?? points.find(({ shape }) => shape === 'asked');
  return next === undefined ? yearsOf(points).at(-1) : Number(next.day.slice(0, 4));
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
