import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** `withdrawn`: the date went to somebody else, by a swap or because the host left. */
export type HostTurnState = 'asked' | 'confirmed' | 'declined' | 'lapsed' | 'withdrawn';

/** A host was asked to host a date, and what came of it. Before it is asked a turn is a mere proposal: the date's host. */
@Entity('host_turn')
@Index('uq_host_turn_open', ['dateId'], { unique: true, where: `state IN ('asked', 'confirmed')` })
@Check('ck_host_turn_state', `state IN ('asked', 'confirmed', 'declined', 'lapsed', 'withdrawn')`)
export class HostTurn {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_host_turn' })
  id: Id;

  @Index('ix_host_turn_date')
  @ForeignKey('SeriesDate', { name: 'fk_host_turn_date', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'date_id' })
  dateId: Id;

  @Index('ix_host_turn_institution')
  @ForeignKey('Institution', { name: 'fk_host_turn_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('text')
  state: HostTurnState;

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  @InstantColumn({ name: 'confirm_by' })
  confirmBy: Temporal.Instant;

  @InstantColumn({ name: 'reminded_at', nullable: true })
  remindedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'answered_at', nullable: true })
  answeredAt: Temporal.Instant | null;

  /** Null for an answer by the link of an office's mailbox. */
  @Index('ix_host_turn_answered_by', { where: 'answered_by_id IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_host_turn_answered_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'answered_by_id', nullable: true })
  answeredById: Id | null;

  /** Why not. */
  @Column('text', { nullable: true })
  reason: string | null;
}
