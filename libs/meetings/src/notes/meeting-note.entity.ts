import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What hosts write down for one another about a meeting. */
@Entity('meeting_note')
@Index('ix_meeting_note_meeting', ['meetingId', 'id'])
export class MeetingNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_note' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_meeting_note_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Index('ix_meeting_note_author', { where: 'author_id IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_meeting_note_author' })
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: Id | null;

  @Column('text')
  text: string;

  @InstantColumn({ name: 'written_at' })
  writtenAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at', nullable: true })
  changedAt: Temporal.Instant | null;
}
