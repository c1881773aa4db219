import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { DueWorkDefinition } from './definitions.js';
import { runDueWork } from './due-work-runner.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobQueue, jobOf } from './job-queue.js';
import type { NewJob } from './job-queue.js';
import { RowRelay } from './row-relay.js';
import type { Collected } from './row-relay.js';
import { DUE_WORK_CHANNEL } from './wake.js';

interface ClaimedWork {
  readonly id: Id;
  readonly kind: string;
  readonly claimedUntil: Temporal.Instant;
}

const ROWS_PER_TRANSACTION = 500;

/** Takes the work that is due by the clock and has it done; a claim that ran out is taken again. */
@Injectable()
export class DueWorkTick extends RowRelay {
  readonly channel = DUE_WORK_CHANNEL;
  readonly sweepEveryMs = 1000;

  constructor(
    unitOfWork: UnitOfWork,
    jobs: JobQueue,
    private readonly registry: HandlerRegistry,
    private readonly clock: Clock,
  ) {
    super(unitOfWork, jobs);
  }

  protected async collect(tx: Tx): Promise<Collected> {
    // Only kinds known here: in a rolling upgrade another worker knows the others.
    const known = [...this.registry.handlers.work.values()].map((work) => work.definition);
    const [claimed]: [ClaimedWork[], number] = await tx.manager.query(
      `WITH due AS (
         SELECT work.id, known.lease
           FROM due_work work JOIN unnest($2::text[], $3::int[]) AS known (kind, lease) USING (kind)
          WHERE work.due_at <= $1 AND (work.claimed_until IS NULL OR work.claimed_until <= $1)
          ORDER BY work.due_at, work.id LIMIT $4
            FOR UPDATE OF work SKIP LOCKED)
       UPDATE due_work work
          SET claimed_until = $1::timestamptz + make_interval(secs => due.lease), attempts = attempts + 1
         FROM due WHERE work.id = due.id
       RETURNING work.id, work.kind, work.claimed_until AS "claimedUntil"`,
      [
        this.clock.now(),
        known.map((definition) => definition.kind),
        known.map((definition) => definition.leaseSeconds),
        ROWS_PER_TRANSACTION,
      ],
    );
    const byKind = Map.groupBy(claimed, ({ kind }) => kind);
    const jobs = known.flatMap((definition) => jobsFor(definition, byKind.get(definition.kind) ?? []));
    return { rows: claimed.length, jobs };
  }
}

/** Rows of one kind that were claimed together share the claim's end. */
function jobsFor(
  { rowsPerJob }: DueWorkDefinition<unknown>,
  claimed: readonly ClaimedWork[],
): readonly NewJob[] {
  const jobs: NewJob[] = [];
  for (let start = 0; start < claimed.length; start += rowsPerJob) {
    const part = claimed.slice(start, start + rowsPerJob);
    const [first] = part;
    if (first === undefined) break;
    const claim = first.claimedUntil.toString();
    jobs.push(jobOf(runDueWork, { workIds: part.map(({ id }) => id), claim }));
  }
  return jobs;
}
