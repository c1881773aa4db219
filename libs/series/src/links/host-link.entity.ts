import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#kernel';

/** A link by which one reader, a person or an office's mailbox, answers for a host: about a turn or a swap. */
@Entity('host_link')
@Unique('uq_host_link_token', ['tokenHash'])
@Check('ck_host_link_subject', 'num_nonnulls(turn_id, swap_id) = 1')
export class HostLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_host_link' })
  id: Id;

  @Index('ix_host_link_turn', { where: 'turn_id IS NOT NULL' })
  @ForeignKey('HostTurn', { name: 'fk_host_link_turn', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'turn_id', nullable: true })
  turnId: Id | null;

  @Index('ix_host_link_swap', { where: 'swap_id IS NOT NULL' })
  @ForeignKey('HostSwap', { name: 'fk_host_link_swap', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'swap_id', nullable: true })
  swapId: Id | null;

  /** The host for which it answers. */
  @ForeignKey('Institution', { name: 'fk_host_link_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  /** Null: the office's mailbox. */
  @Index('ix_host_link_person', { where: 'person_id IS NOT NULL' })
  @ForeignKey('Person', { name: 'fk_host_link_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: Id | null;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('int', { name: 'token_generation' })
  tokenGeneration: number;

  @Column('text', { name: 'token_key_id' })
  tokenKeyId: string;
}
