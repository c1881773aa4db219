import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { MandateBegins, MandateEnds } from '#directory';
import type { MandateTurn } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findMeetingsAskingOffice, InvitePeople } from '#participation';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { turnMeeting } from './turn-meeting.js';
import type { TurningMandate } from './turn-meeting.js';

/**
 * Does what follows when an office changes hands, on the day a mandate begins and on the day after it has ended: one
 * later meeting after another, each in a transaction of its own, so that a crash loses nothing and no meeting is locked
 * for long. Meetings that began meanwhile, because nobody worked at midnight, stay as they are. May run twice and at
 * once.
 */
@Injectable()
@HandlesDueWork(MandateBegins)
@HandlesDueWork(MandateEnds)
export class TurnOffice implements DueWorkHandler<MandateTurn> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly invitePeople: InvitePeople,
  ) {}

  async handle({ subjectId, payload }: DueWorkRun<MandateTurn>): Promise<void> {
    const { officeId, actorPersonId } = payload;
    const { reader } = this.unitOfWork;
    for (const meetingId of await findMeetingsAskingOffice(reader, officeId, this.clock.now())) {
      await this.turn(meetingId, { mandateId: subjectId, actorPersonId });
    }
  }

  /** One meeting; a mandate that was called off meanwhile changes nothing. */
  async turn(meetingId: Id, mandate: TurningMandate): Promise<void> {
    try {
      const tools = { invitePeople: this.invitePeople, now: this.clock.now() };
      await this.unitOfWork.run((tx) => turnMeeting(tx, meetingId, mandate, tools));
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === 'mandate.not-found';
      if (!isGone) throw error;
    }
  }
}
