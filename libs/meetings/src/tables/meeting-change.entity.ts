import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';
import type { MeetingFace } from '../meeting-face.js';

/** What a published meeting was and is: the mails that tell of it are rendered from here. */
@Entity('meeting_change')
@Check('ck_meeting_change_kind', `kind IN ('changed', 'cancelled')`)
export class MeetingChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_change' })
  id: Id;

  @Index('ix_meeting_change_meeting')
  @ForeignKey('Meeting', { name: 'fk_meeting_change_meeting', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Column('text')
  kind: 'changed' | 'cancelled';

  @Column('int')
  revision: number;

  @Column('jsonb')
  before: MeetingFace;

  @Column('jsonb')
  after: MeetingFace;

  /** The host's word on it. */
  @Column('text', { nullable: true })
  note: string | null;

  /** Whether those who had answered were asked again. */
  @Column('boolean', { name: 'asks_again' })
  asksAgain: boolean;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
