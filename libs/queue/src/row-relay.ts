import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { JobQueue } from './job-queue.js';
import type { NewJob } from './job-queue.js';

export interface Collected {
  /** How many rows were taken. */
  readonly rows: number;
  /** What to add to the queue once the transaction has committed. */
  readonly jobs: readonly NewJob[];
}

/** Milliseconds between the tries to add jobs: together half a minute. */
const PAUSES = [100, 200, 500, 1000, 2000, 5000, 10_000, 10_000];

/**
 * Brings rows that wait in a table to whoever handles them. Every provider that extends this class is run by the
 * worker: at once when somebody says so on the channel (`wakeAfterCommit`), and every so often for what was forgotten.
 *
 * Jobs are added after the commit, again if the queue cannot be reached. A crash in between loses them, so `collect`
 * takes rows for a while only (a claim that runs out) or moves them on by rows of its own.
 */
export abstract class RowRelay {
  /** The channel of NOTIFY that wakes it. */
  abstract readonly channel: string;
  abstract readonly sweepEveryMs: number;

  private readonly logger = new Logger(this.constructor.name);

  constructor(
    protected readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * Takes the next few rows in the transaction, FOR UPDATE SKIP LOCKED, so that several processes share the work; no
   * rows means that there are none left.
   */
  protected abstract collect(tx: Tx): Promise<Collected>;

  /** Brings all rows that wait, until none is left or the signal comes; returns how many. Safe beside another run. */
  async runOnce(signal?: AbortSignal): Promise<number> {
    let moved = 0;
    for (;;) {
      if (signal?.aborted === true) return moved;
      const { rows, jobs } = await this.unitOfWork.run((tx) => this.collect(tx));
      if (rows === 0) return moved;
      await this.add(jobs, signal);
      moved += rows;
    }
  }

  private async add(jobs: readonly NewJob[], signal?: AbortSignal): Promise<void> {
    for (const pause of PAUSES) {
      try {
        await this.jobs.addAll(jobs);
        return;
      } catch (error) {
        this.logger.warn(`jobs could not be added, trying again in ${pause} ms: ${String(error)}`);
        await sleep(pause, undefined, { signal });
      }
    }
    await this.jobs.addAll(jobs);
  }
}
