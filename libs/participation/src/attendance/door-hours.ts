import { Temporal } from '#kernel';
import type { Meeting } from '#meetings';

/** When a meeting's door links open something. */
export interface DoorHours {
  readonly opensAt: Temporal.Instant;
  /** Exclusive. */
  readonly closesAt: Temporal.Instant;
}

const MORNING = Temporal.PlainTime.from('06:00');

/** From the morning before the first day, to set up, until the day after the last one is over, by the meeting's clock. */
export function doorHours({
  startsLocal,
  endsLocal,
  zone,
}: Pick<Meeting, 'startsLocal' | 'endsLocal' | 'zone'>): DoorHours {
  const first = startsLocal.toPlainDate();
  // An all-day meeting ends at midnight, when its last day is over.
  const last = endsLocal.subtract({ minutes: 1 }).toPlainDate();
  return {
    opensAt: first.subtract({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).toInstant(),
    closesAt: last.add({ days: 2 }).toZonedDateTime({ timeZone: zone }).toInstant(),
  };
}
