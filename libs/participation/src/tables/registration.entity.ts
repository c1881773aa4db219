import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RegistrationState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The host declined the request, an offered seat was not taken in time, or a colleague comes instead. */
export type CancelCause = 'refused' | 'offer-lapsed' | 'substitute';

/** What an answer became. */
@Entity('registration')
@Unique('uq_registration_meeting_person', ['meetingId', 'personId'])
@Unique('uq_registration_arrival', ['meetingId', 'arrival'])
@Unique('uq_registration_token', ['tokenHash'])
@Index('ix_registration_invitation', ['invitationId'])
@Check(
  'ck_registration_state',
  `state IN ('confirmed', 'waitlisted', 'offered', 'awaiting_approval', 'tentative', 'declined', 'cancelled')`,
)
@Index('ix_registration_offered', ['meetingId', 'offeredUntil'], { where: 'offered_until IS NOT NULL' })
@Index('ix_registration_seated', ['meetingId'], { where: `state IN ('confirmed', 'offered')` })
@Check('ck_registration_seats', 'seats = 1 + cardinality(companions)')
@Check('ck_registration_offer', `(state = 'offered') = (offered_until IS NOT NULL)`)
@Check(
  'ck_registration_cause',
  `cause IS NULL OR (state = 'cancelled' AND cause IN ('refused', 'offer-lapsed', 'substitute'))`,
)
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

  /** Their names; empty where only their number is known. */
  @Column('text', { array: true, default: () => `'{}'` })
  companions: string[];

  /** The kind of seat, one of the meeting's contingents when it was chosen. */
  @Column('uuid', { name: 'contingent_id', nullable: true })
  contingentId: Id | null;

  /** Registrations of one group wait together. */
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId: Id | null;

  /** Until when a freed seat is held; null unless offered. */
  @InstantColumn({ name: 'offered_until', nullable: true })
  offeredUntil: Temporal.Instant | null;

  /** Why it was cancelled, where the invitation holds. */
  @Column('text', { nullable: true })
  cause: CancelCause | null;

  /** What the host says of a request that is declined. */
  @Column('text', { name: 'decision_note', nullable: true })
  decisionNote: string | null;

  /** How often it has been decided: names the mail that tells of the last decision. */
  @Column('int', { default: 0 })
  decisions: number;

  /** Of the link to its own page; null before the first decision since there are such pages. */
  @Column('text', { name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column('text', { name: 'token_key_id', nullable: true })
  tokenKeyId: string | null;

  @Column('int', { name: 'token_generation', default: 1 })
  tokenGeneration: number;

  /** Order of arrival within the meeting, given under its lock. */
  @Column('bigint')
  arrival: number;

  @InstantColumn({ name: 'decided_at' })
  decidedAt: Temporal.Instant;
}
