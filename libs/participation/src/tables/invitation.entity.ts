import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AnswerChannel, GivenAnswer } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A person is asked to one meeting; the reasons are rows of their own. */
@Entity('invitation')
@Unique('uq_invitation_meeting_person', ['meetingId', 'personId'])
@Unique('uq_invitation_token', ['tokenHash'])
@Check('ck_invitation_state', `state IN ('active', 'withdrawn')`)
@Check('ck_invitation_answer', `answer IN ('yes', 'no', 'maybe', 'substitute')`)
@Check('ck_invitation_channel', `answer_channel IN ('web', 'calendar', 'host', 'api', 'series', 'colleague')`)
@Check('ck_invitation_answered', '(answer IS NULL) = (answered_at IS NULL)')
@Check('ck_invitation_sequence', 'sequence >= 0')
@Check('ck_invitation_in_place_of', 'in_place_of_id <> id')
export class Invitation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_invitation' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_invitation_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  @Index('ix_invitation_person')
  @ForeignKey('Person', { name: 'fk_invitation_person' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('text')
  state: 'active' | 'withdrawn';

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  @Column('int', { name: 'token_generation' })
  tokenGeneration: number;

  /** SEQUENCE of the calendar mails to this person: rises with each, never falls. */
  @Column('int')
  sequence: number;

  @Column('text', { nullable: true })
  answer: GivenAnswer | null;

  @Column('text', { name: 'answer_note', nullable: true })
  answerNote: string | null;

  @Column('text', { name: 'answer_channel', nullable: true })
  answerChannel: AnswerChannel | null;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;

  /** The meeting moved after the answer: the seat stays, the person is asked again. */
  @Column('boolean', { name: 'to_confirm_again' })
  toConfirmAgain: boolean;

  /** The host keeps a seat for this person, a speaker for instance. */
  @Column('boolean', { name: 'reserved_seat', default: false })
  reservedSeat: boolean;

  /** Whose invitation this one stands for: a colleague comes instead. */
  @Index('ix_invitation_in_place_of', { where: 'in_place_of_id IS NOT NULL' })
  @ForeignKey('Invitation', { name: 'fk_invitation_in_place_of', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'in_place_of_id', nullable: true })
  inPlaceOfId: Id | null;

  /** Through whose invitation this person was registered, a colleague. */
  @Index('ix_invitation_registered_by', { where: 'registered_by_id IS NOT NULL' })
  @ForeignKey('Invitation', { name: 'fk_invitation_registered_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'registered_by_id', nullable: true })
  registeredById: Id | null;

  /** The name that whoever passed the invitation on wrote: they are told this one, not what the directory knows. */
  @Column('text', { name: 'named_as', nullable: true })
  namedAs: string | null;

  @InstantColumn({ name: 'invited_at' })
  invitedAt: Temporal.Instant;

  @InstantColumn({ name: 'withdrawn_at', nullable: true })
  withdrawnAt: Temporal.Instant | null;
}
