import { instantOf } from '#calendar';
import type { Temporal } from '#kernel';

export interface DatedOption {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly allDay: boolean;
}

/** The end of an option, exclusive: of one without a time, midnight after its last day. */
export function endOf({ startsLocal, allDay }: DatedOption, lengthMinutes: number): Temporal.PlainDateTime {
  if (!allDay) return startsLocal.add({ minutes: lengthMinutes });
  return startsLocal.add({ days: Math.max(1, Math.ceil(lengthMinutes / (24 * 60))) });
}

/** When an option begins, in the poll's zone. */
export function startOf({ startsLocal }: DatedOption, zone: string): Temporal.Instant {
  return instantOf(startsLocal, zone);
}
