import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { HandoverDecisionState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Somebody has said yes or maybe to a meeting and then left the office they were asked for: the host decides. */
@Entity('handover_decision')
@Unique('uq_handover_decision', ['invitationId', 'officeId'])
@Index('ix_handover_decision_meeting', ['meetingId', 'openedAt', 'id'])
@Index('ix_handover_decision_opened', ['openedAt', 'id'])
@Index('ix_handover_decision_state', ['state', 'openedAt', 'id'])
@Check('ck_handover_decision_state', `state IN ('open', 'keep', 'replace', 'both')`)
@Check('ck_handover_decision_decided', `(state = 'open') = (decided_at IS NULL)`)
export class HandoverDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_handover_decision' })
  id: Id;

  @ForeignKey('Meeting', { name: 'fk_handover_decision_meeting' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: Id;

  /** The predecessor's. */
  @ForeignKey('Invitation', { name: 'fk_handover_decision_invitation', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'invitation_id' })
  invitationId: Id;

  @Index('ix_handover_decision_office')
  @ForeignKey('Office', { name: 'fk_handover_decision_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: Id;

  /** The predecessor's, which has ended. */
  @ForeignKey('Mandate', { name: 'fk_handover_decision_mandate', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mandate_id' })
  mandateId: Id;

  /** Null: nobody holds the seat. */
  @Index('ix_handover_decision_successor')
  @ForeignKey('Person', { name: 'fk_handover_decision_successor', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId: Id | null;

  @Column('text')
  state: HandoverDecisionState;

  @InstantColumn({ name: 'opened_at' })
  openedAt: Temporal.Instant;

  /** Who set the handover going. */
  @ForeignKey('Person', { name: 'fk_handover_decision_started_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'started_by_id', nullable: true })
  startedById: Id | null;

  /** Null also when the predecessor declined before the host decided. */
  @ForeignKey('Person', { name: 'fk_handover_decision_decided_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'decided_by_id', nullable: true })
  decidedById: Id | null;

  @InstantColumn({ name: 'decided_at', nullable: true })
  decidedAt: Temporal.Instant | null;
}
