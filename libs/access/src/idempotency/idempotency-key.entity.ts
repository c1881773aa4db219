import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The reply to an unsafe call that carried an Idempotency-Key; the same call again gets the same reply. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_idempotency_key' })
  personId: Id;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_key' })
  key: string;

  /** SHA-256 of method, path and body: another call with the same key is refused. */
  @Column('text', { name: 'request_hash' })
  requestHash: string;

  /** Null while the first call is still at work. */
  @Column('int', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  reply: unknown;

  @Index('ix_idempotency_key_created')
  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
