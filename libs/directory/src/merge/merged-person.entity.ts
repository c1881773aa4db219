import { Entity, ForeignKey, Index, Column, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** Somebody was the same as somebody else: the id that is gone, and who stands for it now. */
@Entity('merged_person')
export class MergedPerson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_merged_person' })
  id: Id;

  @Index('ix_merged_person_survivor')
  @ForeignKey('Person', { name: 'fk_merged_person_survivor', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'survivor_id' })
  survivorId: Id;

  @InstantColumn({ name: 'merged_at' })
  mergedAt: Temporal.Instant;
}
