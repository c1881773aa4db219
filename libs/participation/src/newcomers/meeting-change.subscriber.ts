import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { MeetingChanged } from '#meetings';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { nextMinute, scheduleAudienceCheck } from './audience-check.js';

/** A meeting on another day, or with more time to answer, may have another audience. */
@Injectable()
@SubscribesTo(MeetingChanged, 'participation.newcomers-meeting')
export class MeetingChangeSubscriber implements FactSubscriber<{ meetingId: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** May run twice. */
  async handle({ payload }: DeliveredFact<{ meetingId: string }>): Promise<void> {
    const dueAt = nextMinute(this.clock.now());
    await this.unitOfWork.run((tx) => scheduleAudienceCheck(tx, [payload.meetingId], dueAt));
  }
}
