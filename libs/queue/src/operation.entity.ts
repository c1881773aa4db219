import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { OperationDto } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Long work that somebody asked for and watches (answered 202). */
@Entity('operation')
@Check('ck_operation_state', `state IN ('queued', 'running', 'done', 'failed')`)
@Check('ck_operation_progress', 'done >= 0 AND total >= 0')
@Check('ck_operation_finished', `(state IN ('done', 'failed')) = (finished_at IS NOT NULL)`)
export class Operation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_operation' })
  id: Id;

  @Column('text')
  kind: string;

  @Column('text')
  state: OperationDto['state'];

  /** In units of the kind (people, rows); 0 until it is known. */
  @Column('int')
  total: number;

  @Column('int')
  done: number;

  /** What was asked, as ids and plain values. */
  @Column('jsonb')
  params: Readonly<Record<string, unknown>>;

  @Column('jsonb', { nullable: true })
  result: Readonly<Record<string, unknown>> | null;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode: string | null;

  /** The person who asked; null for the system and the command line. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'finished_at', nullable: true })
  finishedAt: Temporal.Instant | null;
}
