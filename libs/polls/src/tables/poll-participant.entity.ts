import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A person who is asked which dates suit; the reasons and the votes are rows of their own. */
@Entity('poll_participant')
@Unique('uq_poll_participant_person', ['pollId', 'personId'])
@Unique('uq_poll_participant_token', ['tokenHash'])
@Check('ck_poll_participant_reminders', 'reminders >= 0')
export class PollParticipant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_poll_participant' })
  id: Id;

  @ForeignKey('Poll', { name: 'fk_poll_participant_poll', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'poll_id' })
  pollId: Id;

  @Index('ix_poll_participant_person')
  @ForeignKey('Person', { name: 'fk_poll_participant_person' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;

  @Column('int', { name: 'token_generation' })
  tokenGeneration: number;

  /** When the last vote came; null: silent. */
  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** How often this person was reminded. */
  @Column('int')
  reminders: number;

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;
}
