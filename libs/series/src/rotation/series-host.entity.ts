import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** An institution that takes turns in hosting a series. */
@Entity('series_host')
@Check('ck_series_host_weight', 'weight BETWEEN 1 AND 10')
export class SeriesHost {
  @ForeignKey('Series', { name: 'fk_series_host_series', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'series_id', primaryKeyConstraintName: 'pk_series_host' })
  seriesId: Id;

  @Index('ix_series_host_institution')
  @ForeignKey('Institution', { name: 'fk_series_host_institution' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_series_host' })
  institutionId: Id;

  /** The order in which those begin who never hosted, from 0. */
  @Column('int')
  position: number;

  /** How often its turn comes in proportion to the others. */
  @Column('int')
  weight: number;

  /** Months in which it does not host, 1 to 12. */
  @Column('int', { name: 'away_months', array: true })
  awayMonths: number[];

  /** It takes no turns any more; what it hosted stays its own. */
  @InstantColumn({ name: 'left_at', nullable: true })
  leftAt: Temporal.Instant | null;
}
