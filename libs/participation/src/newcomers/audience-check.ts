import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { defineDueWork, scheduleDueWork } from '#queue';

const MINUTE_MS = 60_000;

/** A meeting's audiences are to be looked at again; the row's subject is the meeting. */
export const AudienceCheckDue = defineDueWork<Record<never, never>>('meeting.check-audiences');

/** Has the meeting's audiences looked at again then. One row per meeting: the moment said last counts. */
export async function scheduleAudienceCheck(
  tx: Tx,
  meetingIds: readonly Id[],
  dueAt: Temporal.Instant,
): Promise<void> {
  await scheduleDueWork(
    tx,
    AudienceCheckDue,
    meetingIds.map((subjectId) => ({ subjectId, dueAt, payload: {} })),
  );
}

/** The next full minute: all changes of a minute are looked at together, and none puts the look off for longer. */
export function nextMinute(now: Temporal.Instant): Temporal.Instant {
  const { epochMilliseconds } = now;
  return now.add({ milliseconds: MINUTE_MS - (epochMilliseconds % MINUTE_MS) });
}
