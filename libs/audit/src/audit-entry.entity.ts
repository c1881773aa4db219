import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The way an action came in. */
export type AuditChannel = 'web' | 'calendar' | 'host' | 'api' | 'cli' | 'system' | 'import';

/** Who did what to which row; partitioned by month of `at`. */
@Entity('audit_entry')
@Index('ix_audit_entry_subject', ['subjectKind', 'subjectId', 'at'])
@Index('ix_audit_entry_actor', ['actorPersonId', 'at'], { where: 'actor_person_id IS NOT NULL' })
@Index('ix_audit_entry_institutions', ['institutionIds'], { type: 'gin' })
@Check('ck_audit_entry_channel', `channel IN ('web', 'calendar', 'host', 'api', 'cli', 'system', 'import')`)
export class AuditEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_audit_entry' })
  id: Id;

  @InstantColumn({ primary: true, primaryKeyConstraintName: 'pk_audit_entry' })
  at: Temporal.Instant;

  /** Null when nobody is known: the system, or somebody with a link. */
  @Column('uuid', { name: 'actor_person_id', nullable: true })
  actorPersonId: Id | null;

  @Column('text')
  channel: AuditChannel;

  /** Dotted: `meeting.cancel`. */
  @Column('text')
  action: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: Id;

  /** The institutions it concerns, as they were then: who keeps one of them may read it. */
  @Column('uuid', { name: 'institution_ids', array: true, default: () => `'{}'` })
  institutionIds: readonly Id[];

  /** The changed fields as they were, without personal values. */
  @Column('jsonb', { nullable: true })
  before: Readonly<Record<string, unknown>> | null;

  /** The changed fields as they are now, without personal values. */
  @Column('jsonb', { nullable: true })
  after: Readonly<Record<string, unknown>> | null;

  /** Personal values before and after; this column alone is emptied when a person is erased. */
  @Column('jsonb', { nullable: true })
  personal: Readonly<Record<string, unknown>> | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;
}
