import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { defineJob, defineQueue } from './definitions.js';
import { DueWork } from './due-work.entity.js';
import { HandlerRegistry } from './handler-registry.js';
import { HandlesJob } from './handlers.js';
import type { JobHandler } from './handlers.js';
import type { Work } from './match-handlers.js';

const FIRST_DELAY_SECONDS = 10;
const LONGEST_DELAY_SECONDS = 3600;
const DOUBLINGS = 10;

const dueWorkQueue = defineQueue('due-work', { concurrency: 8 });

interface RunDueWork {
  readonly workId: Id;
  /** The instant at which the claim ends; it names the claim. */
  readonly claim: string;
}

export const runDueWork = defineJob<RunDueWork>('due-work.run', { queue: dueWorkQueue, attempts: 3 });

/** Seconds until work that failed is tried again. */
export function delayAfter(attempt: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.min(attempt - 1, DOUBLINGS), LONGEST_DELAY_SECONDS);
}

/**
 * Does due work and takes its row away. A row that was cancelled, scheduled anew or taken by somebody else since the
 * claim is left alone, before the work as after it.
 */
@Injectable()
@HandlesJob(runDueWork)
export class DueWorkRunner implements JobHandler<RunDueWork> {
  private readonly logger = new Logger(DueWorkRunner.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HandlerRegistry,
    private readonly clock: Clock,
  ) {}

  async handle(payload: RunDueWork): Promise<void> {
    const row = await this.find(payload);
    if (row === null) return;
    const work = this.registry.handlers.work.get(row.kind);
    if (work === undefined) throw new Error(`no handler for the due work "${row.kind}" in this version`);
    const { subjectId, dueAt, attempts: attempt } = row;
    try {
      await work.handler.handle({ subjectId, payload: row.payload, dueAt, attempt });
    } catch (error) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error(`due work ${row.kind} of ${subjectId} failed, attempt ${attempt}`, stack);
      await this.putOff(payload, delayAfter(attempt));
      return;
    }
    await this.finish(payload, work);
  }

  private async find({ workId, claim }: RunDueWork): Promise<DueWork | null> {
    return this.unitOfWork.reader.manager
      .createQueryBuilder(DueWork, 'work')
      .where('work.id = :workId AND work.claimed_until = :claim', { workId, claim })
      .getOne();
  }

  private async putOff({ workId, claim }: RunDueWork, seconds: number): Promise<void> {
    await this.unitOfWork.reader.manager.query(
      'UPDATE due_work SET due_at = $3, claimed_until = NULL WHERE id = $1 AND claimed_until = $2',
      [workId, claim, this.clock.now().add({ seconds })],
    );
  }

  private async finish({ workId, claim }: RunDueWork, { definition }: Work): Promise<void> {
    const { manager } = this.unitOfWork.reader;
    if (definition.everyHours === undefined) {
      await manager.query('DELETE FROM due_work WHERE id = $1 AND claimed_until = $2', [workId, claim]);
      return;
    }
    await manager.query(
      `UPDATE due_work SET due_at = $3, claimed_until = NULL, attempts = 0 WHERE id = $1 AND claimed_until = $2`,
      [workId, claim, this.clock.now().add({ hours: definition.everyHours })],
    );
  }
}
