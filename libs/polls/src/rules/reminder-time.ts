import type { Temporal } from '#kernel';

const HOURS_BEFORE = 48;

/** When whoever is silent is reminded by itself: two days before the deadline, or at half-time of a short poll. */
export function reminderTime(openedAt: Temporal.Instant, deadlineAt: Temporal.Instant): Temporal.Instant {
  const half = Math.floor((deadlineAt.epochMilliseconds - openedAt.epochMilliseconds) / 2);
  return deadlineAt.subtract({ milliseconds: Math.min(half, HOURS_BEFORE * 3_600_000) });
}
