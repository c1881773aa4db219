import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AudienceRule, InvitationSettings } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** An audience that a meeting's invitations were sent to: who comes to belong to it later is new. */
@Entity('meeting_audience')
@Unique('uq_meeting_audience', ['meetingId', 'audienceKey'])
@Check('ck_meeting_audience_source', '(audience_id IS NULL) <> (rule IS NULL)')
@Check('ck_meeting_audience_successors', `successors IN ('on-the-day', 'at-once')`)
@Check('ck_meeting_audience_newcomers', `newcomers IN ('invite', 'show')`)
export class MeetingAudience {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_audience' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_meeting_audience_meeting', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  /** The saved audience's id, or the hash of the rule: the same audience is one row, however often it is asked. */
  @Column('text', { name: 'audience_key' })
  audienceKey: string;

  @Index('ix_meeting_audience_audience', { where: 'audience_id IS NOT NULL' })
  @ForeignKey('Audience', { name: 'fk_meeting_audience_audience' })
  @Column('uuid', { name: 'audience_id', nullable: true })
  audienceId: Id | null;

  /** Composed for this meeting; null: the saved audience's, as it is when it is asked. */
  @Column('jsonb', { nullable: true })
  rule: AudienceRule | null;

  @Column('text')
  successors: InvitationSettings['successors'];

  @Column('text')
  newcomers: InvitationSettings['newcomers'];

  /** Whether deputies get a copy of what the holders get. */
  @Column('boolean', { name: 'copy_to_deputies' })
  copyToDeputies: boolean;

  @ForeignKey('Person', { name: 'fk_meeting_audience_asked_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy: Id | null;

  /** When it was asked last. */
  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;
}
