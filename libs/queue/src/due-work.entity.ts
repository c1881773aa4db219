import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What has to be done from a moment on: one row per kind and subject, gone once it is done. */
@Entity('due_work')
@Unique('uq_due_work_kind_subject', ['kind', 'subjectId'])
@Index('ix_due_work_due', ['dueAt'])
export class DueWork {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_due_work' })
  id: Id;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: Id;

  @InstantColumn({ name: 'due_at' })
  dueAt: Temporal.Instant;

  /** Ids and plain values; never tokens, never personal data. */
  @Column('jsonb')
  payload: object;

  /** While it is being done: after this it is taken again. Names the claim, as two claims never end alike. */
  @InstantColumn({ name: 'claimed_until', nullable: true })
  claimedUntil: Temporal.Instant | null;

  /** Failures in a row. */
  @Column('int')
  attempts: number;

  @InstantColumn({ name: 'created_at', default: () => 'now()' })
  createdAt: Temporal.Instant;
}
