import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { HandoverChoice } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { lockMandate } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import {
  assertCanInviteTo,
  endOfficeReason,
  InvitePeople,
  lockOfficeInvitations,
  withdrawLocked,
} from '#participation';
import { inviteSuccessors } from '../invite-successors.js';
import { HandoverDecision } from '../tables/handover-decision.entity.js';

interface Deciding {
  readonly decision: HandoverDecision;
  readonly meeting: Meeting;
  readonly institutionId: Id;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** The host decides what becomes of somebody who has answered and left the office since. */
@Injectable()
export class DecideHandover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitePeople: InvitePeople,
  ) {}

  /**
   * `keep`: the predecessor stays and nobody else is asked. `replace`: the predecessor is withdrawn (or only loses this
   * reason, where another has come) and the successor, if there is one, is invited. `both`: the successor is invited
   * besides. Locks meeting, office, decision and invitations in this order. The same decision again changes nothing.
   * Throws `handover-decision.not-found`, `access.denied`, `handover-decision.decided`, `handover-decision.vacant` and
   * whatever forbids inviting.
   */
  async decide(actor: Actor, id: Id, choice: HandoverChoice): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(HandoverDecision, { id });
      if (found === null) throw new DomainError('handover-decision.not-found');
      const meeting = await lockMeeting(tx, found.meetingId);
      const { institutionId } = await lockMandate(tx, found.mandateId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const lock = { mode: 'for_no_key_update' } as const;
      const decision = await tx.manager.findOneOrFail(HandoverDecision, { where: { id }, lock });
      if (decision.state === choice) return;
      if (decision.state !== 'open') throw new DomainError('handover-decision.decided');
      const now = this.clock.now();
      assertCanInviteTo(meeting, now);
      const deciding = { decision, meeting, institutionId, actor, now };
      if (choice === 'both' && decision.successorId === null) {
        throw new DomainError('handover-decision.vacant');
      }
      if (choice === 'replace') await this.withdrawPredecessor(tx, deciding);
      if (choice !== 'keep') await this.inviteSuccessor(tx, deciding);
      const decided = { state: choice, decidedById: actor.personId, decidedAt: now };
      await tx.manager.update(HandoverDecision, { id }, decided);
      await this.audit(tx, deciding, choice);
    });
  }

  private async withdrawPredecessor(tx: Tx, { decision, meeting, actor, now }: Deciding): Promise<void> {
    const { invitationId, officeId } = decision;
    const invitations = await lockOfficeInvitations(tx, meeting.id, officeId);
    const own = invitations.find(({ invitation }) => invitation.id === invitationId);
    if (own === undefined || !own.isReason) return;
    if (own.otherReasons > 0)
      await endOfficeReason(tx, invitationId, officeId, { meetingId: meeting.id, actor, now });
    else await withdrawLocked(tx, meeting, own.invitation, { actor, now, cause: 'office-left' });
  }

  private async inviteSuccessor(tx: Tx, deciding: Deciding): Promise<void> {
    const { decision, meeting, institutionId, actor, now } = deciding;
    const { successorId, officeId } = decision;
    if (successorId === null) return;
    const personIds = [successorId];
    const { invitePeople } = this;
    await inviteSuccessors(tx, meeting, { personIds, officeId, institutionId, actor, now, invitePeople });
  }

  private async audit(
    tx: Tx,
    { decision, meeting, institutionId, actor, now }: Deciding,
    choice: HandoverChoice,
  ): Promise<void> {
    const { invitationId, officeId, successorId } = decision;
    await writeAudit(tx, [
      {
        at: now,
        actorPersonId: actor.personId,
        channel: actor.channel,
        action: 'handover.decide',
        subjectKind: 'invitation',
        subjectId: invitationId,
        institutionIds: [institutionId, ...(await listMeetingInstitutions(tx, meeting.id))],
        before: { decision: 'open' },
        after: { decision: choice, officeId, successorId },
        requestId: actor.requestId,
      },
    ]);
  }
}
