import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { defineRecurringWork, HandlesDueWork } from '#queue';
import type { DueWorkHandler } from '#queue';
import { deleteExpired } from './delete-expired.js';

const ExpiredSecretsDue = defineRecurringWork('access.delete-expired', { everyHours: 24 });

/** Deletes every day what nobody can sign in with any more. */
@Injectable()
@HandlesDueWork(ExpiredSecretsDue)
export class DeleteExpiredWork implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => deleteExpired(tx, this.clock.now()));
  }
}
