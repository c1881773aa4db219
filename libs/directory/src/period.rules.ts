import { DomainError, Temporal } from '#kernel';

/** From a day until a day, both inclusive; without a last day it is open-ended. */
export interface Period {
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

/** Refuses with `period.not-in-order` a period that ends before it begins. */
export function checkPeriod({ validFrom, validUntil }: Period): void {
  if (validUntil !== null && isBefore(validUntil, validFrom)) throw new DomainError('period.not-in-order');
}

/** As refusals name it: `2026-01-01 – 2026-12-31`, open-ended `2026-01-01 –`. */
export function periodText({ validFrom, validUntil }: Period): string {
  return [validFrom, '–', validUntil ?? ''].join(' ').trim();
}

/** Whether the two have a day in common. */
export function overlaps(one: Period, other: Period): boolean {
  return !endsBefore(one, other.validFrom) && !endsBefore(other, one.validFrom);
}

/** Whether the one lasts beyond the last day of the other. */
export function isLonger(one: Pick<Period, 'validUntil'>, other: Pick<Period, 'validUntil'>): boolean {
  if (other.validUntil === null) return false;
  return one.validUntil === null || isBefore(other.validUntil, one.validUntil);
}

function endsBefore({ validUntil }: Period, day: Temporal.PlainDate): boolean {
  return validUntil !== null && isBefore(validUntil, day);
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
