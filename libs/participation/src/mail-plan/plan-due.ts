import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { defineDueWork, scheduleDueWork } from '#queue';

/** A meeting's mail plan is to be looked at; the row's subject is the meeting. */
export const MailPlanDue = defineDueWork<Record<never, never>>('meeting.mail-plan');

/** Has the plan of these meetings looked at then. One row per meeting: the moment said last counts. */
export async function scheduleMailPlan(
  tx: Tx,
  meetingIds: readonly Id[],
  dueAt: Temporal.Instant,
): Promise<void> {
  await scheduleDueWork(
    tx,
    MailPlanDue,
    meetingIds.map((subjectId) => ({ subjectId, dueAt, payload: {} })),
  );
}
