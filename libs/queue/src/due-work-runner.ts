import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, Temporal } from '#kernel';
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
  /** Of one kind. */
  readonly workIds: readonly Id[];
  /** The instant at which the claim ends; it names the claim. */
  readonly claim: string;
}

export const runDueWork = defineJob<RunDueWork>('due-work.run', { queue: dueWorkQueue, attempts: 3 });

/** Seconds until work that failed is tried again. */
export function delayAfter(attempt: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.min(attempt - 1, DOUBLINGS), LONGEST_DELAY_SECONDS);
}

/**
 * Does due work, one row after another, and takes the rows away. A row that was cancelled, scheduled anew or taken by
 * somebody else since the claim is left alone, before the work as after it.
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

  async handle({ workIds, claim }: RunDueWork): Promise<void> {
    const rows = await this.find(workIds, claim);
    const [first] = rows;
    if (first === undefined) return;
    const work = this.workOf(first.kind);
    const claimEndsAt = Temporal.Instant.from(claim);
    const done: Id[] = [];
    for (const row of rows) {
      if (Temporal.Instant.compare(this.clock.now(), claimEndsAt) >= 0) break;
      if (await this.succeeds(work, row)) done.push(row.id);
      else await this.putOff(row, claim);
    }
    await this.finish(work, done, claim);
  }

  private async find(workIds: readonly Id[], claim: string): Promise<readonly DueWork[]> {
    return this.unitOfWork.reader.manager
      .createQueryBuilder(DueWork, 'work')
      .where('work.id = ANY(:workIds) AND work.claimed_until = :claim', { workIds, claim })
      .orderBy('work.due_at')
      .addOrderBy('work.id')
      .getMany();
  }

  private workOf(kind: string): Work {
    const work = this.registry.handlers.work.get(kind);
    if (work === undefined) throw new Error(`no handler for the due work "${kind}" in this version`);
    return work;
  }

  private async succeeds(work: Work, row: DueWork): Promise<boolean> {
    const { kind, subjectId, payload, dueAt, attempts: attempt } = row;
    try {
      await work.handler.handle({ subjectId, payload, dueAt, attempt });
      return true;
    } catch (error) {
      this.logger.error(error, `due work ${kind} of ${subjectId} failed, attempt ${attempt}`);
      return false;
    }
  }

  private async putOff({ id, attempts }: DueWork, claim: string): Promise<void> {
    const dueAt = this.clock.now().add({ seconds: delayAfter(attempts) });
    await this.unitOfWork.reader.manager.query(
      'UPDATE due_work SET due_at = $3, claimed_until = NULL WHERE id = $1 AND claimed_until = $2',
      [id, claim, dueAt],
    );
  }

  private async finish(work: Work, done: readonly Id[], claim: string): Promise<void> {
    if (done.length === 0) return;
    const { manager } = this.unitOfWork.reader;
    const hours = work.definition.everyHours;
    if (hours === undefined) {
      await manager.query('DELETE FROM due_work WHERE id = ANY($1) AND claimed_until = $2', [done, claim]);
      return;
    }
    await manager.query(
      `UPDATE due_work SET due_at = $3, claimed_until = NULL, attempts = 0
        WHERE id = ANY($1) AND claimed_until = $2`,
      [done, claim, this.clock.now().add({ hours })],
    );
  }
}
