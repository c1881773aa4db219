import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { ReachDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { changedFields, getMeeting, unknownInstitution } from '#meetings';
import type { Meeting } from '#meetings';
import { findReached, toldOf } from './meeting-audience.js';
import { countReach, describeChanges } from './reach.js';
import { changeMeetingIn, isToldOf, patchedMeeting } from './write-change.js';
import type { ChangeCommand } from './write-change.js';

/** Changes a meeting with everything that follows for those who are invited. */
@Injectable()
export class ChangeMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the change would say and whom it would reach; changes nothing. */
  async preview(actor: Actor, { meetingId, patch, keepAnswers }: ChangeCommand): Promise<ReachDto> {
    const { reader } = this.unitOfWork;
    const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.change'), meetingId);
    const now = this.clock.now();
    const { before, after } = await patchedMeeting(reader, meeting, { patch, keepAnswers, now });
    const fields = isToldOf(meeting, now) ? changedFields(before, after) : [];
    const reached = fields.length === 0 ? [] : await findReached(reader, meetingId);
    const asksAgain = fields.includes('time') && !keepAnswers;
    const changes = describeChanges(fields, before, after);
    return { changes, ...countReach(reached, toldOf(reached, asksAgain), asksAgain) };
  }

  /** As `changeMeetingIn`, in a transaction of its own. */
  async change(actor: Actor, command: ChangeCommand & { ifMatch: number }): Promise<Meeting> {
    try {
      return await this.unitOfWork.run((tx) =>
        changeMeetingIn(tx, actor, { ...command, now: this.clock.now() }),
      );
    } catch (error) {
      throw unknownInstitution(error);
    }
  }
}
