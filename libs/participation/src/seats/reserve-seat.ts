import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import { Invitation } from '../tables/invitation.entity.js';
import { promoteWaiting } from './promote-waiting.js';

/** The host keeps one of the meeting's reserved seats for somebody, a speaker for instance. */
@Injectable()
export class ReserveSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Keeps a seat, or keeps it no longer; who waits moves up. Throws `invitation.not-found`. May run twice. */
  async reserve(actor: Actor, invitationId: Id, reserved: boolean): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(Invitation, { id: invitationId });
      if (found === null) throw new DomainError('invitation.not-found');
      const meeting = await lockMeeting(tx, found.meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const now = this.clock.now();
      const [changed]: [unknown[]] = await tx.manager.query(
        'UPDATE invitation SET reserved_seat = $2 WHERE id = $1 AND reserved_seat <> $2 RETURNING id',
        [invitationId, reserved],
      );
      if (changed.length === 0) return;
      await writeAudit(tx, [
        {
          at: now,
          actorPersonId: actor.personId,
          channel: actor.channel,
          action: 'registration.reserve',
          subjectKind: 'invitation',
          subjectId: invitationId,
          institutionIds: await listMeetingInstitutions(tx, meeting.id),
          before: { reservedSeat: !reserved },
          after: { reservedSeat: reserved },
          requestId: actor.requestId,
        },
      ]);
      await promoteWaiting(tx, meeting, now);
    });
  }
}
