import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { Clock, Temporal } from '#kernel';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { stateAfter } from '../rules/poll-states.js';
import { lockPoll } from '../tables/find-poll.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from '../writing/audit-poll.js';
import { PollCloseDue } from './poll-work.js';

/** Closes polls whose deadline has come. */
@Injectable()
@HandlesDueWork(PollCloseDue)
export class ClosePoll implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Does nothing to a poll that is not open any more. May run twice. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockPoll(tx, subjectId);
      if (poll.state !== 'open' || Temporal.Instant.compare(now, poll.deadlineAt) < 0) return;
      const state = stateAfter(poll.state, 'close');
      await tx.manager.update(Poll, { id: poll.id }, { state, changedAt: now, version: poll.version + 1 });
      await auditPoll(tx, { ...poll, state }, { action: 'close', actor: systemActor(), now });
    });
  }
}
