import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** What a host wrote to some of those invited. */
@Entity('meeting_message')
@Index('ix_meeting_message_meeting', ['meetingId', 'id'])
@Check('ck_meeting_message_subject', `subject ? 'de' OR subject ? 'en'`)
@Check('ck_meeting_message_text', `text ? 'de' OR text ? 'en'`)
export class MeetingMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_message' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_meeting_message_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Column('jsonb')
  subject: LocalizedText;

  /** Markdown. */
  @Column('jsonb')
  text: LocalizedText;

  @Index('ix_meeting_message_author', { where: 'written_by IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_meeting_message_author' })
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy: Id | null;

  @InstantColumn({ name: 'written_at' })
  writtenAt: Temporal.Instant;
}
