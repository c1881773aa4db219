import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AttendanceState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Whether somebody was there: the holder of a seat, one of their companions, or a walk-in. */
@Entity('attendance')
@Unique('uq_attendance_seat', ['registrationId', 'guest'])
@Index('ix_attendance_meeting', ['meetingId'])
@Check('ck_attendance_state', `state IN ('present', 'excused', 'absent')`)
@Check('ck_attendance_guest', 'guest >= 0')
@Check('ck_attendance_walk_in', 'NOT walk_in OR (registration_id IS NULL AND guest = 0 AND name IS NOT NULL)')
@Check('ck_attendance_checked_in', `(state IS NOT DISTINCT FROM 'present') = (checked_in_at IS NOT NULL)`)
export class Attendance {
  /** A walk-in's is made by the device that entered it, so that it can be sent again. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attendance' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_attendance_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  /** Null for a walk-in, and once the registration is gone. */
  @ForeignKey('Registration', { name: 'fk_attendance_registration', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'registration_id', nullable: true })
  registrationId: Id | null;

  /** 0: the person; from 1 on, who comes along. */
  @Column('int', { default: 0 })
  guest: number;

  /** Null for companions, and for a walk-in whom nobody knows. */
  @Index('ix_attendance_person', { where: 'person_id IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_attendance_person' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: Id | null;

  @Column('boolean', { name: 'walk_in', default: false })
  walkIn: boolean;

  /** As it was given at the door; null where the directory knows it. */
  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  organisation: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  /** Null: marked once, and taken back. */
  @Column('text', { nullable: true })
  state: AttendanceState | null;

  /** When that was marked, which may be long before the server heard of it. */
  @InstantColumn({ name: 'marked_at' })
  markedAt: Temporal.Instant;

  @InstantColumn({ name: 'checked_in_at', nullable: true })
  checkedInAt: Temporal.Instant | null;

  /** Where it was marked; null: by a host. */
  @ForeignKey('DoorLink', { name: 'fk_attendance_door_link', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'door_link_id', nullable: true })
  doorLinkId: Id | null;

  @ForeignKey('Person', { name: 'fk_attendance_marked_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'marked_by', nullable: true })
  markedBy: Id | null;
}
