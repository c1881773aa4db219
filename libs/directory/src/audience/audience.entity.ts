import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AudienceRule } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** A saved rule that yields people with the reasons why. */
@Entity('audience')
@Index('ix_audience_sort', ['sortName', 'id'])
@Check('ck_audience_name', `name ? 'de' OR name ? 'en'`)
export class Audience {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_audience' })
  id: Id;

  /** Who keeps it. */
  @Index('ix_audience_institution')
  @ForeignKey('Institution', { name: 'fk_audience_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('jsonb')
  name: LocalizedText;

  /** The name in the institution's main language, what lists are ordered by. */
  @Column({ type: 'text', name: 'sort_name', collation: 'de-x-icu' })
  sortName: string;

  @Column('jsonb')
  rule: AudienceRule;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
