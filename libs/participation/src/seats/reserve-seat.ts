import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { assertMayWith, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import { workOff } from '../rules/registration.rules.js';
import { settleOffers } from './lapse-offers.js';
import { isOn, promoteWaiting, writeMoved } from './promote-waiting.js';
import { readSeatFacts } from './read-seat-facts.js';

/** The host keeps one of the meeting's reserved seats for somebody, a speaker for instance. */
@Injectable()
export class ReserveSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a seat, or keeps it no longer, under the meeting's lock. Who waits and is kept one gets it where it is there, as
   * an offer or at once, also where the host gives freed seats; then the line moves up. Throws `invitation.not-found`. May
   * run twice.
   */
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
      await settleOffers(tx, meeting, now);
      if (reserved) await giveKept(tx, meeting, invitationId, now);
      await promoteWaiting(tx, meeting, now);
    });
  }
}

/** Keeping somebody a seat gives it to them past the line, with those who wait together with them, if it is there. */
async function giveKept(tx: Tx, meeting: Meeting, invitationId: Id, now: Temporal.Instant): Promise<void> {
  const registration = await tx.manager.findOneBy(Registration, { invitationId, state: 'waitlisted' });
  if (registration === null || !isOn(meeting, now)) return;
  const facts = await readSeatFacts(tx, meeting, now);
  const group = registration.groupId ?? registration.id;
  const waiting = facts.waiting.filter((one) => (one.group ?? one.registrationId) === group);
  // By keeping the seat the host has given it.
  const freed = facts.freed === 'hold' ? 'promote' : facts.freed;
  await writeMoved(tx, meeting, workOff({ ...facts, waiting, freed }).moved, now);
}
