import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#kernel';

/** A participant who became one with another one of the same person; their link leads there. */
@Entity('former_poll_participant')
@Unique('uq_former_poll_participant_token', ['tokenHash'])
export class FormerPollParticipant {
  /** The id that the participant had. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_former_poll_participant' })
  id: Id;

  @Index('ix_former_poll_participant_kept')
  @ForeignKey('PollParticipant', { name: 'fk_former_poll_participant_kept', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'participant_id' })
  participantId: Id;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;
}
