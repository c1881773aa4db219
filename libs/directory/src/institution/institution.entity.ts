import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InstitutionKind } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, LocalizedText, Temporal } from '#kernel';

/** The one row behind every network, cluster, organisation and committee. */
@Entity('institution')
@Unique('uq_institution_kind_slug', ['kind', 'slug'])
@Index('ix_institution_sort', ['sortName', 'id'])
@Check('ck_institution_kind', `kind IN ('network', 'cluster', 'organisation', 'committee')`)
@Check('ck_institution_language', `main_language IN ('de', 'en')`)
@Check('ck_institution_name', `name ? 'de' OR name ? 'en'`)
export class Institution {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_institution' })
  id: Id;

  @Column('text')
  kind: InstitutionKind;

  @Column('text')
  slug: string;

  @Column('jsonb')
  name: LocalizedText;

  /** The name in the main language, what lists are ordered by (German collation). */
  @Column({ type: 'text', name: 'sort_name', collation: 'de-x-icu' })
  sortName: string;

  @Column('text', { name: 'short_name', nullable: true })
  shortName: string | null;

  /** Accent of pages and mails, `#rrggbb`. */
  @Column('text', { nullable: true })
  colour: string | null;

  @Column('text')
  zone: string;

  @Column('text', { name: 'main_language' })
  mainLanguage: Language;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
