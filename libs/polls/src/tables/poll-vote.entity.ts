import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VoteValue } from '#contracts';
import type { Id } from '#kernel';

/** What a participant says to one date. */
@Entity('poll_vote')
@Check('ck_poll_vote_value', `value IN ('yes', 'if-need-be', 'no')`)
export class PollVote {
  @PrimaryColumn('uuid', { name: 'participant_id', primaryKeyConstraintName: 'pk_poll_vote' })
  @ForeignKey('PollParticipant', { name: 'fk_poll_vote_participant', onDelete: 'CASCADE' })
  participantId: Id;

  @PrimaryColumn('uuid', { name: 'option_id', primaryKeyConstraintName: 'pk_poll_vote' })
  @Index('ix_poll_vote_option')
  @ForeignKey('PollOption', { name: 'fk_poll_vote_option', onDelete: 'CASCADE' })
  optionId: Id;

  @Column('text')
  value: VoteValue;
}
