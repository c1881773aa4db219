import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { overlaps, periodText } from '../period.rules.js';
import type { Period } from '../period.rules.js';
import { displayName } from '../person/person-name.js';
import type { MandateView } from './office-view.js';

/** Who wants a seat, and when. */
export interface SeatWish extends Period {
  readonly personId: Id;
  /** Only this seat will do; none: the first that is free. */
  readonly seat?: number;
}

/**
 * The first seat (or the one wished for) that is free on every day of the period, given the office's mandates. Throws
 * `mandate.person-holds-office` if the person has one of the seats on one of the days, and `office.no-free-seat`, which
 * names who holds the seats and when.
 */
export function firstFreeSeat(seats: number, mandates: readonly MandateView[], wish: SeatWish): number {
  const inTheWay = mandates.filter((mandate) => overlaps(mandate, wish));
  if (inTheWay.some(({ person }) => person.id === wish.personId)) {
    throw new DomainError('mandate.person-holds-office');
  }
  const taken = new Set(inTheWay.map(({ seat }) => seat));
  const { seat: wished } = wish;
  if (wished !== undefined && taken.has(wished)) {
    throw noFreeSeat(inTheWay.filter(({ seat }) => seat === wished));
  }
  if (wished !== undefined) return wished;
  for (let seat = 1; seat <= seats; seat += 1) if (!taken.has(seat)) return seat;
  throw noFreeSeat(inTheWay);
}

/** `office.no-free-seat` with the people and their periods, as in "Dr. Kim Beispiel (2026-01-01 – 2026-12-31)". */
export function noFreeSeat(mandates: readonly MandateView[]): DomainError {
  const holders = mandates.map((mandate) => `${displayName(mandate.person)} (${periodText(mandate)})`);
  return new DomainError('office.no-free-seat', { holders });
}
