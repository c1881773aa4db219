import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HostSwapState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Two hosts are to swap their dates: done once both have consented. */
@Entity('host_swap')
@Index('uq_host_swap_first', ['firstDateId'], { unique: true, where: `state = 'open'` })
@Index('uq_host_swap_second', ['secondDateId'], { unique: true, where: `state = 'open'` })
@Check('ck_host_swap_state', `state IN ('open', 'done', 'refused', 'lapsed', 'withdrawn', 'taken-back')`)
@Check('ck_host_swap_dates', 'first_date_id <> second_date_id')
@Check('ck_host_swap_hosts', 'first_host_id <> second_host_id')
export class HostSwap {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_host_swap' })
  id: Id;

  @Index('ix_host_swap_series')
  @ForeignKey('Series', { name: 'fk_host_swap_series', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'series_id' })
  seriesId: Id;

  @ForeignKey('SeriesDate', { name: 'fk_host_swap_first_date', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'first_date_id' })
  firstDateId: Id;

  @ForeignKey('SeriesDate', { name: 'fk_host_swap_second_date', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'second_date_id' })
  secondDateId: Id;

  /** Who hosted the first date when it was asked. */
  @ForeignKey('Institution', { name: 'fk_host_swap_first_host' })
  @Column('uuid', { name: 'first_host_id' })
  firstHostId: Id;

  @ForeignKey('Institution', { name: 'fk_host_swap_second_host' })
  @Column('uuid', { name: 'second_host_id' })
  secondHostId: Id;

  @Column('text')
  state: HostSwapState;

  @InstantColumn({ name: 'first_consented_at', nullable: true })
  firstConsentedAt: Temporal.Instant | null;

  @ForeignKey('Person', { name: 'fk_host_swap_first_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'first_by_id', nullable: true })
  firstById: Id | null;

  @InstantColumn({ name: 'second_consented_at', nullable: true })
  secondConsentedAt: Temporal.Instant | null;

  @ForeignKey('Person', { name: 'fk_host_swap_second_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'second_by_id', nullable: true })
  secondById: Id | null;

  @ForeignKey('Person', { name: 'fk_host_swap_asked_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'asked_by_id', nullable: true })
  askedById: Id | null;

  @InstantColumn({ name: 'asked_at' })
  askedAt: Temporal.Instant;

  @InstantColumn({ name: 'consent_by' })
  consentBy: Temporal.Instant;

  /** When it was done, refused, lapsed, withdrawn or taken back. */
  @InstantColumn({ name: 'settled_at', nullable: true })
  settledAt: Temporal.Instant | null;

  /** Why not. */
  @Column('text', { nullable: true })
  reason: string | null;
}
