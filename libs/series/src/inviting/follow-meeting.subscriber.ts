import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { MeetingChanged } from '#meetings';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { scheduleInvitations } from './invitations-due.js';

/** A date that was moved by hand invites so many days before its new day. */
@Injectable()
@SubscribesTo(MeetingChanged, 'series.invitations-follow')
export class FollowMeetingSubscriber implements FactSubscriber<{ meetingId: Id }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** May run twice. What is due and waits for the host's nod goes on waiting. */
  async handle({ payload: { meetingId } }: DeliveredFact<{ meetingId: Id }>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(SeriesDate, { meetingId });
      if (found === null || found.invitedAt !== null || found.dueAt !== null) return;
      const series = await lockSeries(tx, found.seriesId);
      const date = await tx.manager.findOneByOrFail(SeriesDate, { id: found.id });
      await scheduleInvitations(tx, series, [date], this.clock.now());
    });
  }
}
