import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RegistrationState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What an answer became. */
@Entity('registration')
@Unique('uq_registration_meeting_person', ['meetingId', 'personId'])
@Unique('uq_registration_arrival', ['meetingId', 'arrival'])
@Index('ix_registration_invitation', ['invitationId'])
@Check(
  'ck_registration_state',
  `state IN ('confirmed', 'waitlisted', 'offered', 'awaiting_approval', 'tentative', 'declined', 'cancelled')`,
)
@Check('ck_registration_seats_positive', 'seats > 0')
export class Registration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_registration' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_registration_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @ForeignKey('Person', { name: 'fk_registration_person' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @ForeignKey('Invitation', { name: 'fk_registration_invitation', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'invitation_id', nullable: true })
  invitationId: Id | null;

  @Column('text')
  state: RegistrationState;

  /** The person and companions. */
  @Column('int')
  seats: number;

  /** Order of arrival within the meeting, given under its lock. */
  @Column('bigint')
  arrival: number;

  @InstantColumn({ name: 'decided_at' })
  decidedAt: Temporal.Instant;
}
