import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Delivery } from './fact-delivery.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobQueue } from './job-queue.js';
import { RowRelay } from './row-relay.js';
import type { Collected } from './row-relay.js';
import { upsertDueWork } from './schedule-due-work.js';
import { FACT_CHANNEL } from './wake.js';

interface WaitingFact {
  readonly id: Id;
  readonly type: string;
  readonly payload: object;
  readonly occurredAt: Temporal.Instant;
}

const FACTS_PER_TRANSACTION = 500;

/**
 * Turns facts into due work, one row per subscriber, in the transaction that marks them as published: whatever then
 * becomes of the queue, the rows are there until the subscriber is through.
 */
@Injectable()
export class FactRelay extends RowRelay {
  readonly channel = FACT_CHANNEL;
  readonly sweepEveryMs = 5000;

  constructor(
    unitOfWork: UnitOfWork,
    jobs: JobQueue,
    private readonly registry: HandlerRegistry,
    private readonly clock: Clock,
  ) {
    super(unitOfWork, jobs);
  }

  protected async collect(tx: Tx): Promise<Collected> {
    const facts: WaitingFact[] = await tx.manager.query(
      `SELECT id, type, payload, occurred_at AS "occurredAt" FROM fact
        WHERE published_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [FACTS_PER_TRANSACTION],
    );
    const dueAt = this.clock.now();
    const { deliveries } = this.registry.handlers;
    await upsertDueWork(
      tx,
      facts.flatMap((fact) => {
        const payload: Delivery = { payload: fact.payload, occurredAt: fact.occurredAt.toString() };
        const kinds = deliveries.get(fact.type) ?? [];
        return kinds.map((kind) => ({ kind, subjectId: fact.id, dueAt, payload }));
      }),
    );
    const ids = facts.map((fact) => fact.id);
    await tx.manager.query('UPDATE fact SET published_at = $1 WHERE id = ANY($2)', [dueAt, ids]);
    return { rows: facts.length, jobs: [] };
  }
}
