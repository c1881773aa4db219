import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A mark that has been taken, whether it counted or a later one did: sent again, it does nothing. */
@Entity('attendance_mark')
export class AttendanceMark {
  /** Made by the device. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attendance_mark' })
  id: Id;

  @Index('ix_attendance_mark_attendance')
  @ForeignKey('Attendance', { name: 'fk_attendance_mark_attendance', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'attendance_id' })
  attendanceId: Id;

  @InstantColumn({ name: 'received_at' })
  receivedAt: Temporal.Instant;
}
