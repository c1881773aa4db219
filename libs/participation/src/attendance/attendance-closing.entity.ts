import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The host has closed a meeting's attendance: it stands as it is, until the host opens it again. */
@Entity('attendance_closing')
export class AttendanceClosing {
  @ForeignKey('Meeting', { name: 'fk_attendance_closing_meeting' })
  @PrimaryColumn('uuid', { name: 'meeting_id', primaryKeyConstraintName: 'pk_attendance_closing' })
  meetingId: Id;

  @InstantColumn({ name: 'closed_at' })
  closedAt: Temporal.Instant;
}
