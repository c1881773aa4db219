import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A slug an institution had: pages redirect from it, feeds serve the same bytes under it. */
@Entity('slug_history')
export class SlugHistory {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_slug_history' })
  kind: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_slug_history' })
  slug: string;

  @Index('ix_slug_history_institution')
  @ForeignKey('Institution', { name: 'fk_slug_history_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @InstantColumn({ name: 'retired_at' })
  retiredAt: Temporal.Instant;
}
