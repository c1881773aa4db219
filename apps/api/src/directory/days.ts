import { Temporal } from '#kernel';

interface PeriodInput {
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** The days of a period, which the contract has checked. */
export function periodOf({ validFrom, validUntil }: PeriodInput) {
  return {
    validFrom: Temporal.PlainDate.from(validFrom),
    validUntil: validUntil === null ? null : Temporal.PlainDate.from(validUntil),
  };
}

/** The day asked for, which the contract has checked; null if none is. */
export function dayOf(text: string | undefined): Temporal.PlainDate | null {
  return text === undefined ? null : Temporal.PlainDate.from(text);
}
