import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { MeetingChanged } from '#meetings';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { scheduleMailPlan } from './plan-due.js';

/** A meeting that was published or changed may have another plan, or the same one at another time. */
@Injectable()
@SubscribesTo(MeetingChanged, 'participation.mail-plan')
export class MeetingPlanSubscriber implements FactSubscriber<{ meetingId: Id }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** May run twice. */
  async handle({ payload: { meetingId } }: DeliveredFact<{ meetingId: Id }>): Promise<void> {
    await this.unitOfWork.run((tx) => scheduleMailPlan(tx, [meetingId], this.clock.now()));
  }
}
