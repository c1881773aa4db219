import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { IdempotencyKey } from './idempotency-key.entity.js';

/** How long a reply is kept. */
export const replyHours = 24;
/** After this a call without a reply counts as dead (its process was killed) and may be made again. */
const ABANDONED_MINUTES = 10;

/** A call with an Idempotency-Key. */
export interface KeyedCall {
  readonly personId: Id;
  readonly key: string;
  /** SHA-256 of what is asked for. */
  readonly requestHash: string;
}

export interface StoredReply {
  readonly status: number;
  readonly reply: unknown;
}

/** Keeps the replies of unsafe calls, so that a repeated call is answered and not done again. */
@Injectable()
export class IdempotentReplies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Null if this call is the first with its key and is now to be made; else the reply that the first one got.
   * `idempotency.other-request` if the key stands for another call, `idempotency.in-progress` while the first is at
   * work. The claim is a committed row of its own, so two at once never both get null.
   */
  async claim(call: KeyedCall): Promise<StoredReply | null> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const { manager } = tx;
      const { personId, key, requestHash } = call;
      await manager
        .createQueryBuilder()
        .delete()
        .from(IdempotencyKey)
        .where('person_id = :personId AND key = :key', { personId, key })
        .andWhere('(created_at <= :old OR (status IS NULL AND created_at <= :dead))', endsOf(now))
        .execute();
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(IdempotencyKey)
        .values({ personId, key, requestHash, createdAt: now })
        .orIgnore()
        .returning('key')
        .execute();
      if ((inserted.raw as unknown[]).length > 0) return null;
      const first = await manager.findOneByOrFail(IdempotencyKey, { personId, key });
      if (first.requestHash !== requestHash) throw new DomainError('idempotency.other-request');
      if (first.status === null) throw new DomainError('idempotency.in-progress');
      return { status: first.status, reply: first.reply };
    });
  }

  /** Keeps the reply of a claimed call. */
  async keep(call: KeyedCall, reply: StoredReply): Promise<void> {
    const { personId, key } = call;
    const { status, reply: body } = reply;
    await this.unitOfWork.reader.manager.query(
      'UPDATE idempotency_key SET status = $3, reply = $4 WHERE person_id = $1 AND key = $2',
      [personId, key, status, JSON.stringify(body ?? null)],
    );
  }

  /** Gives the key free again after a call that was refused or failed. */
  async release({ personId, key }: KeyedCall): Promise<void> {
    await this.unitOfWork.reader.manager.delete(IdempotencyKey, { personId, key });
  }
}

function endsOf(now: Temporal.Instant): { old: Temporal.Instant; dead: Temporal.Instant } {
  return { old: now.subtract({ hours: replyHours }), dead: now.subtract({ minutes: ABANDONED_MINUTES }) };
}
