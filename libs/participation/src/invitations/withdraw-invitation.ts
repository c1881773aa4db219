import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { supersedeUnsent } from '#mail';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { promoteWaiting } from '../seats/promote-waiting.js';
import { InvitationWithdrawn } from '../facts.js';
import type { ReasonEnd } from '../tables/invitation-reason.entity.js';
import { Invitation } from '../tables/invitation.entity.js';
import { findKnownEntries } from '../mail/known-entries.js';
import { assertInvitationMayBecome } from '../rules/invitation.transitions.js';
import { writeParticipantMails } from '../mail/participant-mails.js';

/** Un-invites one person: the entry leaves the calendar, the seat is free. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `invitation.not-found`; withdrawing again changes nothing. */
  async withdraw(actor: Actor, invitationId: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(Invitation, { id: invitationId });
      if (found === null) throw new DomainError('invitation.not-found');
      const meeting = await lockMeeting(tx, found.meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const now = this.clock.now();
      const invitation = await tx.manager.findOneOrFail(Invitation, {
        where: { id: invitationId },
        lock: { mode: 'for_no_key_update' },
      });
      await withdrawLocked(tx, meeting, invitation, { actor, now, cause: 'withdrawn' });
    });
  }
}

export interface Withdrawing {
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
  readonly cause: ReasonEnd;
}

/**
 * Withdraws an invitation whose row and whose meeting's row the caller has locked: its reasons end, the entry leaves
 * the calendar, who waits moves up. One that is withdrawn already stays as it is.
 */
export async function withdrawLocked(
  tx: Tx,
  meeting: Meeting,
  invitation: Invitation,
  withdrawing: Withdrawing,
): Promise<void> {
  const { actor, now, cause } = withdrawing;
  if (invitation.state === 'withdrawn') return;
  assertInvitationMayBecome(invitation.state, CAUSES[cause], 'withdrawn');
  await end(tx, invitation, now, cause);
  await removeEntry(tx, meeting, invitation, now);
  await tell(tx, actor, invitation, now);
  await promoteWaiting(tx, meeting, now);
}

const CAUSES = { withdrawn: 'host-withdraws', 'office-left': 'no-reason-left' } as const;

/**
 * Takes the entry out of the calendar, unless a mail does so already: the one that confirmed a no, or that cancelled
 * the meeting.
 */
async function removeEntry(
  tx: Tx,
  meeting: Meeting,
  { id, answer }: Invitation,
  now: Temporal.Instant,
): Promise<void> {
  if (answer === 'no' || answer === 'substitute' || meeting.state === 'cancelled') return;
  await supersedeUnsent(tx, [id]);
  const invitationIds = [...(await findKnownEntries(tx, [id]))];
  await writeParticipantMails(tx, { kind: 'withdrawal', meeting, invitationIds, now });
}

async function end(tx: Tx, { id }: Invitation, now: Temporal.Instant, cause: ReasonEnd): Promise<void> {
  await tx.manager.query(
    `UPDATE invitation SET state = 'withdrawn', withdrawn_at = $2, sequence = sequence + 1 WHERE id = $1`,
    [id, now],
  );
  await tx.manager.query(
    'UPDATE invitation_reason SET ended_at = $2, end_cause = $3 WHERE invitation_id = $1 AND ended_at IS NULL',
    [id, now, cause],
  );
  // Whoever does not come need not have told us anything.
  await tx.manager.query(
    `DELETE FROM question_answer USING registration
      WHERE registration.id = question_answer.registration_id AND registration.invitation_id = $1`,
    [id],
  );
  await tx.manager.query(
    `UPDATE registration
        SET state = 'cancelled', offered_until = NULL, group_id = NULL, decided_at = $2, decisions = decisions + 1
      WHERE invitation_id = $1`,
    [id, now],
  );
}

async function tell(
  tx: Tx,
  actor: Withdrawing['actor'],
  { id, meetingId, answer }: Invitation,
  now: Temporal.Instant,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'invitation.withdraw',
      subjectKind: 'invitation',
      subjectId: id,
      institutionIds: await listMeetingInstitutions(tx, meetingId),
      before: { state: 'active', answer },
      after: { state: 'withdrawn' },
      requestId: actor.requestId,
    },
  ]);
  await recordFacts(tx, [factOf(InvitationWithdrawn, { meetingId, invitationId: id }, now)]);
}
