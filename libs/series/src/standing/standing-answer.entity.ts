import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What somebody answers to every date of a series, until they say otherwise. */
@Entity('standing_answer')
@Check('ck_standing_answer', `answer IN ('yes', 'no')`)
export class StandingAnswer {
  @ForeignKey('Series', { name: 'fk_standing_answer_series', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'series_id', primaryKeyConstraintName: 'pk_standing_answer' })
  seriesId: Id;

  @Index('ix_standing_answer_person')
  @ForeignKey('Person', { name: 'fk_standing_answer_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_standing_answer' })
  personId: Id;

  @Column('text')
  answer: 'yes' | 'no';

  @InstantColumn({ name: 'answered_at' })
  answeredAt: Temporal.Instant;
}
