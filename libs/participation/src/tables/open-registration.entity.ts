import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { QuestionValues } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, Temporal } from '#kernel';

/**
 * Somebody asked for a seat on the public page of a meeting. It keeps what was typed and knows nobody of the directory
 * until the mail is confirmed; then the answer lies with the registration, and who wrote stays here as it was typed.
 */
@Entity('open_registration')
@Unique('uq_open_registration_token', ['tokenHash'])
@Index('ix_open_registration_pending', ['meetingId'], { where: `state = 'pending'` })
@Index('ix_open_registration_address', ['addressHash', 'createdAt'])
@Index('ix_open_registration_client', ['clientHash', 'createdAt'])
@Index('ix_open_registration_expires', ['expiresAt'])
@Check('ck_open_registration_state', `state IN ('pending', 'confirmed', 'expired')`)
@Check('ck_open_registration_language', `language IN ('de', 'en')`)
@Check('ck_open_registration_confirmed', `(state = 'confirmed') = (confirmed_at IS NOT NULL)`)
export class OpenRegistration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_open_registration' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_open_registration_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Column('text')
  state: 'pending' | 'confirmed' | 'expired';

  @Column('text')
  language: Language;

  /** As typed; empty once it has lapsed. */
  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  @Column('text')
  address: string;

  @Column('text', { nullable: true })
  organisation: string | null;

  /** To the meeting's questions; empty once confirmed or lapsed. */
  @Column('jsonb')
  answers: QuestionValues;

  /** Their names; empty where only their number is known. */
  @Column('text', { array: true })
  companions: string[];

  @Column('uuid', { name: 'contingent_id', nullable: true })
  contingentId: Id | null;

  /** A seat for each of them is held until it is confirmed or lapses; otherwise they will join the line. */
  @Column('boolean', { name: 'holds_seats' })
  holdsSeats: boolean;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  @Column('int', { name: 'token_generation' })
  tokenGeneration: number;

  /** Keyed hash of the address typed, folded: how often one address is asked for. Null after a day. */
  @Column('text', { name: 'address_hash', nullable: true })
  addressHash: string | null;

  /** Keyed hash of the network address that asked. Null after a day. */
  @Column('text', { name: 'client_hash', nullable: true })
  clientHash: string | null;

  /** The invitation that came of it. */
  @Index('ix_open_registration_invitation')
  @ForeignKey('Invitation', { name: 'fk_open_registration_invitation', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'invitation_id', nullable: true })
  invitationId: Id | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  expiresAt: Temporal.Instant;

  @InstantColumn({ name: 'confirmed_at', nullable: true })
  confirmedAt: Temporal.Instant | null;
}
