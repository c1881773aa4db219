import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReasonKind } from '#contracts';
import type { Id } from '#kernel';

/** Why a person is asked; the clusters of the reasons are those that their votes stand for. */
@Entity('poll_reason')
@Unique('uq_poll_reason', ['participantId', 'reasonKey'])
@Check('ck_poll_reason_kind', `kind IN ('office', 'committee', 'membership', 'named')`)
@Check('ck_poll_reason_institution', `(kind = 'named') = (institution_id IS NULL)`)
export class PollReason {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_poll_reason' })
  id: Id;

  @ForeignKey('PollParticipant', { name: 'fk_poll_reason_participant', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'participant_id' })
  participantId: Id;

  @Column('text')
  kind: ReasonKind;

  /** As of an invitation's reason: the same reason is given once. */
  @Column('text', { name: 'reason_key' })
  reasonKey: string;

  @Index('ix_poll_reason_office', { where: 'office_id IS NOT NULL' })
  @ForeignKey('Office', { name: 'fk_poll_reason_office' })
  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: Id | null;

  @Index('ix_poll_reason_institution')
  @ForeignKey('Institution', { name: 'fk_poll_reason_institution' })
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: Id | null;
}
