import { Injectable } from '@nestjs/common';
import { UnitOfWork, ensureAllMonthlyPartitions } from '#database';
import { Clock } from '#kernel';
import { defineRecurringWork } from './definitions.js';
import { HandlesDueWork } from './handlers.js';
import type { DueWorkHandler } from './handlers.js';

const keepPartitions = defineRecurringWork('database.partitions', { everyHours: 24 });

/** Has the partitions of the coming months ready before their first row. */
@Injectable()
@HandlesDueWork(keepPartitions)
export class PartitionKeeper implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => ensureAllMonthlyPartitions(tx.manager, this.clock.today('UTC')));
  }
}
