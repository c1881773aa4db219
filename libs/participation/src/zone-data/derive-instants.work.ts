import { Injectable } from '@nestjs/common';
import { defineRecurringWork, HandlesDueWork } from '#queue';
import type { DueWorkHandler } from '#queue';
import { DeriveInstants } from './derive-instants.js';

/** New zone data come with a new Node, and so with a restart; a query without a hit costs next to nothing. */
const ZoneDataDue = defineRecurringWork('meeting.follow-zone', { everyHours: 1, leaseSeconds: 1800 });

/** Looks every hour whether meetings were timed by other zone data than ours. */
@Injectable()
@HandlesDueWork(ZoneDataDue)
export class DeriveInstantsWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly instants: DeriveInstants) {}

  async handle(): Promise<void> {
    await this.instants.derive();
  }
}
