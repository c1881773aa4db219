import { systemActor } from '#access';
import { writeAudit } from '#audit';
import { tzVersion } from '#calendar';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { faceOf, findLinks, lockMeeting, MeetingChanged, updateInstants } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { isToldOf, tellChange } from '../changes/write-change.js';

/**
 * Writes a meeting's instants as the present zone data give them, under its row lock. Where a published meeting's span
 * moves: revision, everybody's SEQUENCE and a mail that puts calendars right; answers stay good, for the clock on the
 * wall does. Says so in the log of actions (`meeting.follow-zone`). Returns whether there was anything to do: somebody
 * else may have come first.
 */
export async function moveInstants(tx: Tx, meetingId: Id, now: Temporal.Instant): Promise<boolean> {
  const meeting = await lockMeeting(tx, meetingId);
  if (meeting.tzVersion === tzVersion() || meeting.state === 'cancelled') return false;
  const written = await updateInstants(tx, meeting, {
    now,
    raisesRevision: (after) => isToldOf(meeting, now) && isAtOtherTime(meeting, after),
  });
  if (written.revision > meeting.revision) {
    const face = faceOf(written);
    await tellChange(tx, written, { before: face, after: face, keepAnswers: true, now });
  }
  await auditMove(tx, meeting, written);
  if (written.state === 'published')
    await recordFacts(tx, [factOf(MeetingChanged, { meetingId, revision: written.revision }, now)]);
  return true;
}

/** Whole days are days in every calendar, whatever instants they begin at. */
function isAtOtherTime(
  { allDay, startsAt, endsAt }: Meeting,
  after: Pick<Meeting, 'startsAt' | 'endsAt'>,
): boolean {
  return !allDay && !(startsAt.equals(after.startsAt) && endsAt.equals(after.endsAt));
}

async function auditMove(tx: Tx, before: Meeting, after: Meeting): Promise<void> {
  const { hostIds } = (await findLinks(tx, [after.id]))(after.id);
  const { personId: actorPersonId, channel } = systemActor();
  await writeAudit(tx, [
    {
      at: after.changedAt,
      actorPersonId,
      channel,
      action: 'meeting.follow-zone',
      subjectKind: 'meeting',
      subjectId: after.id,
      institutionIds: [after.institutionId, ...hostIds],
      before: instantsOf(before),
      after: instantsOf(after),
    },
  ]);
}

function instantsOf({ startsAt, endsAt, zone, tzVersion }: Meeting) {
  return { startsAt: startsAt.toString(), endsAt: endsAt.toString(), zone, tzVersion };
}
