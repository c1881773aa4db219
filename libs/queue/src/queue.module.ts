import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DueWorkRunner } from './due-work-runner.js';
import { DueWorkTick } from './due-work-tick.js';
import { FactRelay } from './fact-relay.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobQueue } from './job-queue.js';
import { JobStore } from './job-store.js';
import { JobWorkers } from './job-workers.js';
import { openJobStore } from './open-job-store.js';
import { PartitionKeeper } from './partition-keeper.js';
import { QUEUE_SETTINGS, settle } from './queue-options.js';
import type { QueueOptions } from './queue-options.js';
import { RelayRunner } from './relay-runner.js';

/**
 * Supplies `JobQueue` to every module and, in a process that consumes, works off what is due. Needs `UnitOfWork` and
 * `Clock` to be supplied globally. The start fails when a defined job or due work has no handler or two.
 */
@Module({})
export class QueueModule {
  static forRoot(options: QueueOptions): DynamicModule {
    const settings = settle(options);
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: QUEUE_SETTINGS, useValue: settings },
        { provide: JobStore, useFactory: () => openJobStore(settings) },
        HandlerRegistry,
        JobQueue,
        JobWorkers,
        RelayRunner,
        FactRelay,
        DueWorkTick,
        DueWorkRunner,
        PartitionKeeper,
      ],
      exports: [JobQueue, FactRelay, DueWorkTick],
    };
  }
}
