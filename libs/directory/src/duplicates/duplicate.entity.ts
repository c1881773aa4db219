import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DuplicateReason } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Two people who may be one; or who are known to be two. */
@Entity('duplicate')
@Unique('uq_duplicate_pair', ['firstId', 'secondId'])
@Index('ix_duplicate_open', ['score', 'id'], { where: `state = 'open'` })
@Check('ck_duplicate_order', 'first_id < second_id')
@Check('ck_duplicate_state', `state IN ('open', 'dismissed')`)
@Check('ck_duplicate_dismissed', `(state = 'dismissed') = (dismissed_at IS NOT NULL)`)
export class Duplicate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_duplicate' })
  id: Id;

  @ForeignKey('Person', { name: 'fk_duplicate_first', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'first_id' })
  firstId: Id;

  @Index('ix_duplicate_second')
  @ForeignKey('Person', { name: 'fk_duplicate_second', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'second_id' })
  secondId: Id;

  /** Up to 100: how sure it is. */
  @Column('int')
  score: number;

  @Column('text', { array: true })
  reasons: DuplicateReason[];

  /** `dismissed`: somebody has said that they are two; it is not suggested again. */
  @Column('text')
  state: 'open' | 'dismissed';

  @InstantColumn({ name: 'found_at' })
  foundAt: Temporal.Instant;

  @InstantColumn({ name: 'dismissed_at', nullable: true })
  dismissedAt: Temporal.Instant | null;
}
