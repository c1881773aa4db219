import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InstitutionKind, Land, OrganisationKind } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, LocalizedText, Temporal } from '#kernel';

/** The one row behind every network, cluster, organisation and committee. */
@Entity('institution')
@Unique('uq_institution_kind_slug', ['kind', 'slug'])
@Index('ix_institution_sort', ['sortName', 'id'])
@Index('ix_institution_laender', ['laender'], { type: 'gin' })
@Index('ix_institution_search', { synchronize: false })
@Index('ix_institution_field', { synchronize: false })
@Check('ck_institution_kind', `kind IN ('network', 'cluster', 'organisation', 'committee')`)
@Check('ck_institution_language', `main_language IN ('de', 'en')`)
@Check('ck_institution_name', `name ? 'de' OR name ? 'en'`)
@Check(
  'ck_institution_parent',
  `(kind = 'committee') = (parent_id IS NOT NULL) AND (parent_id IS NULL OR parent_id <> id)`,
)
@Check('ck_institution_operator', `operator_id IS NULL OR operator_id <> id`)
@Check('ck_institution_organisation_kind', `organisation_kind IS NULL OR kind = 'organisation'`)
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

  /** Branch of a cluster or network, as people say it: "chemistry and plastics". */
  @Column('jsonb', { nullable: true })
  field: LocalizedText | null;

  /** The federal states it works in, in the order of their codes. */
  @Column('text', { array: true, default: () => `'{}'` })
  laender: Land[];

  /** The town it has its seat in. */
  @Column('text', { nullable: true })
  seat: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { name: 'organisation_kind', nullable: true })
  organisationKind: OrganisationKind | null;

  /** The organisation that runs a cluster or network. */
  @Index('ix_institution_operator', { where: 'operator_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_institution_operator', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'operator_id', nullable: true })
  operatorId: Id | null;

  /** What a committee is a committee of. */
  @Index('ix_institution_parent', { where: 'parent_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_institution_parent' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: Id | null;

  @ForeignKey('File', { name: 'fk_institution_logo' })
  @Column('text', { name: 'logo_file_id', nullable: true })
  logoFileId: string | null;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;

  /** Short name, names and seat, folded, each word after a space; a trigger keeps it, whoever writes. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false })
  readonly searchText?: string;
}
