import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** An institution that hosts a meeting. */
@Entity('meeting_host')
export class MeetingHost {
  @ForeignKey('Meeting', { name: 'fk_meeting_host_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'meeting_id', primaryKeyConstraintName: 'pk_meeting_host' })
  meetingId: Id;

  @Index('ix_meeting_host_institution')
  @ForeignKey('Institution', { name: 'fk_meeting_host_institution' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_meeting_host' })
  institutionId: Id;

  /** The order they are named in, from 0. */
  @Column('int')
  position: number;
}
