import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { JobDefinition, QueueDefinition } from './definitions.js';
import { JobStore } from './job-store.js';
import type { Producer, StoredJob } from './job-store.js';
import { settledWithin } from './patience.js';
import { QUEUE_SETTINGS } from './queue-options.js';
import type { QueueSettings } from './queue-options.js';

export interface JobOptions {
  /** While a job of this key waits or runs, another is not added. Without colons, and not a number. */
  readonly dedupe?: string;
}

/** A job that is about to be added; made by `jobOf`. */
export interface NewJob extends JobOptions {
  readonly job: JobDefinition<unknown>;
  readonly payload: object;
}

/** What waits, runs, waits for its next try, and was given up. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** What cannot be reached cannot be closed either; the process ends all the same. */
const CLOSING_SECONDS = 2;
const FAILED_KEPT = { age: 7 * 24 * 3600, count: 1000 };

/** A job with its payload. */
export function jobOf<Shape extends object>(
  job: JobDefinition<Shape>,
  payload: Shape,
  options: JobOptions = {},
): NewJob {
  return { ...options, job, payload };
}

/** The way into the queue. Never within a transaction: write a row and let a relay bring it here. */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly producers = new Map<string, Promise<Producer>>();

  constructor(
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    private readonly store: JobStore,
  ) {}

  /** Adds one job; it may start before this returns. */
  async add<Shape extends object>(
    job: JobDefinition<Shape>,
    payload: Shape,
    options: JobOptions = {},
  ): Promise<void> {
    await this.addAll([jobOf(job, payload, options)]);
  }

  /** Adds jobs of any queues, each queue's in one round trip. */
  async addAll(jobs: readonly NewJob[]): Promise<void> {
    const byQueue = Map.groupBy(jobs, ({ job }) => job.queue);
    const adding = [...byQueue].map(async ([queue, own]) => {
      const producer = await this.producerOf(queue);
      await producer.addBulk(own.map(toStored));
    });
    await Promise.all(adding);
  }

  /** How full the queues are, by their names. */
  async counts(): Promise<Readonly<Record<string, QueueCounts>>> {
    const counted = [...this.settings.definitions.queues.values()].map(async (queue) => {
      const producer = await this.producerOf(queue);
      const counts = await producer.getJobCounts('waiting', 'active', 'delayed', 'failed');
      const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
      return [queue.name, { waiting, active, delayed, failed }] as const;
    });
    return Object.fromEntries(await Promise.all(counted));
  }

  async onApplicationShutdown(): Promise<void> {
    const closing = [...this.producers.values()].map(async (opening) => (await opening).close());
    await settledWithin(CLOSING_SECONDS, closing);
    await settledWithin(CLOSING_SECONDS, [this.store.close()]);
  }

  private producerOf(queue: QueueDefinition): Promise<Producer> {
    const known = this.producers.get(queue.name);
    if (known !== undefined) return known;
    const opening = this.store.openProducer(queue);
    this.producers.set(queue.name, opening);
    opening.catch(() => this.producers.delete(queue.name));
    return opening;
  }
}

function toStored({ job, payload, dedupe }: NewJob): StoredJob {
  const { attempts, backoffMs } = job;
  const retry = { attempts, backoff: { type: 'exponential', delay: backoffMs } };
  const keep = { removeOnComplete: true, removeOnFail: dedupe === undefined ? FAILED_KEPT : true };
  return { name: job.name, data: payload, opts: { ...retry, ...keep, ...(dedupe && { jobId: dedupe }) } };
}
