import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FileAudience } from '#contracts';
import { InstantColumn } from '#database';
import type { FileType } from '#files';
import type { Id, Temporal } from '#kernel';

/** Minutes, slides and the like: a file under the name that people save it by. */
@Entity('meeting_file')
@Index('ix_meeting_file_meeting', ['meetingId', 'id'])
@Check('ck_meeting_file_audience', `audience IN ('hosts', 'invited', 'public')`)
export class MeetingFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting_file' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_meeting_file_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Index('ix_meeting_file_file')
  @ForeignKey('File', { name: 'fk_meeting_file_file' })
  @Column('text', { name: 'file_id' })
  fileId: string;

  @Column('text')
  name: string;

  /** In bytes. */
  @Column('int')
  size: number;

  @Column('text')
  type: FileType;

  @Column('text')
  audience: FileAudience;

  @Index('ix_meeting_file_adder', { where: 'added_by IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_meeting_file_adder' })
  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy: Id | null;

  @InstantColumn({ name: 'added_at' })
  addedAt: Temporal.Instant;
}
