import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { AuditVerb } from '#contracts';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { assertCanInviteTo } from '../invitations/invitation.policy.js';

interface ByHand {
  readonly meetingId: Id;
  readonly now: Temporal.Instant;
}

/**
 * Locks a meeting that the actor may invite people to now, so that two who press at once take turns. Throws
 * `meeting.not-found`, `access.denied` and whatever forbids inviting.
 */
export async function lockToWrite(tx: Tx, actor: Actor, { meetingId, now }: ByHand): Promise<Meeting> {
  const meeting = await lockMeeting(tx, meetingId);
  await assertMayWith(tx, actor, 'meeting.invite', meeting);
  assertCanInviteTo(meeting, now);
  return meeting;
}

/** Writes down that a host had so many mails about a meeting written. */
export async function auditMails(
  tx: Tx,
  actor: Actor,
  done: ByHand & { readonly action: `meeting.${AuditVerb<'meeting'>}`; readonly mails: number },
): Promise<void> {
  await writeAudit(tx, [
    {
      at: done.now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: done.action,
      subjectKind: 'meeting',
      subjectId: done.meetingId,
      institutionIds: await listMeetingInstitutions(tx, done.meetingId),
      after: { mails: done.mails },
      requestId: actor.requestId,
    },
  ]);
}
