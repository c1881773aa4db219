import type { BulkJobOptions, Job } from 'bullmq';
import type { QueueDefinition } from './definitions.js';

export interface StoredJob {
  readonly name: string;
  readonly data: object;
  readonly opts: BulkJobOptions;
}

/** The part of BullMQ's Queue that does not depend on where jobs lie. */
export interface Producer {
  addBulk(jobs: StoredJob[]): Promise<unknown>;
  getJobCounts(...states: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** The part of BullMQ's Worker that does not depend on where jobs lie. */
export interface Consumer {
  /** Waits for the current jobs. */
  close(): Promise<void>;
  /** Waits for nothing. */
  disconnect(): Promise<void>;
}

export type ProcessJob = (job: Pick<Job, 'id' | 'name' | 'data'>) => Promise<void>;

/** Where jobs lie until they are done. Also the token for injection. */
export abstract class JobStore {
  /** Connected; throws if that cannot be done. */
  abstract openProducer(queue: QueueDefinition): Promise<Producer>;
  /** Connected and at work; throws if that cannot be done. */
  abstract openConsumer(queue: QueueDefinition, process: ProcessJob): Promise<Consumer>;
  /** After every producer and consumer has been closed or given up. */
  abstract close(): Promise<void>;
}
