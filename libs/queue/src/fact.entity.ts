import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What happened, written in the transaction that made it happen and delivered at least once. */
@Entity('fact')
@Index('ix_fact_unpublished', ['id'], { where: 'published_at IS NULL' })
export class Fact {
  /** UUIDv7: the order of writing is the order of delivery, as far as there is one. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_fact' })
  id: Id;

  @Column('text')
  type: string;

  /** Ids and plain values; never tokens, never personal data. */
  @Column('jsonb')
  payload: object;

  @InstantColumn({ name: 'occurred_at' })
  occurredAt: Temporal.Instant;

  /** When every subscriber of that moment got its due-work row. */
  @InstantColumn({ name: 'published_at', nullable: true })
  publishedAt: Temporal.Instant | null;
}
