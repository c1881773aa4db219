import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Period } from '../period.rules.js';

export interface HeldMandate extends Period {
  readonly id: Id;
  readonly officeId: Id;
}

/** What becomes of the mandates of two people who are one. */
export interface UnitedMandates {
  /** They begin the day after an earlier one of the same office ends. */
  readonly shortened: readonly HeldMandate[];
  /** Wholly within an earlier one of the same office. */
  readonly removed: readonly HeldMandate[];
}

/**
 * Nobody holds an office twice on one day: of two mandates of an office that overlap, the one that began first (of two
 * that began together the longer one) stays as it is, and the other begins when it ends, or goes. Periods only shrink,
 * so no other holder is ever in the way.
 */
export function uniteMandates(mandates: readonly HeldMandate[]): UnitedMandates {
  const shortened: HeldMandate[] = [];
  const removed: HeldMandate[] = [];
  for (const ofOffice of Map.groupBy(mandates.toSorted(byBeginning), ({ officeId }) => officeId).values()) {
    let heldUntil: Temporal.PlainDate | null | undefined;
    for (const mandate of ofOffice) {
      const rest = heldUntil === undefined ? mandate : after(mandate, heldUntil);
      if (rest === null) removed.push(mandate);
      else {
        if (rest !== mandate) shortened.push(rest);
        heldUntil = rest.validUntil;
      }
    }
  }
  return { shortened, removed };
}

/** What is left of the mandate after that day (null: open-ended); itself if all is, null if nothing is. */
function after(mandate: HeldMandate, lastDay: Temporal.PlainDate | null): HeldMandate | null {
  if (lastDay === null) return null;
  if (Temporal.PlainDate.compare(mandate.validFrom, lastDay) > 0) return mandate;
  const { validUntil } = mandate;
  if (validUntil !== null && Temporal.PlainDate.compare(validUntil, lastDay) <= 0) return null;
  return { ...mandate, validFrom: lastDay.add({ days: 1 }) };
}

function byBeginning(one: HeldMandate, other: HeldMandate): number {
  const begins = Temporal.PlainDate.compare(one.validFrom, other.validFrom);
  if (begins !== 0) return begins;
  if (one.validUntil === null || other.validUntil === null) {
    return Number(other.validUntil === null) - Number(one.validUntil === null);
  }
  return Temporal.PlainDate.compare(other.validUntil, one.validUntil);
}
