import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Salutation } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, Temporal } from '#kernel';

/** Somebody; needs no account. */
@Entity('person')
@Index('ix_person_sort', ['familyName', 'givenName', 'id'])
@Index('ix_person_search', { synchronize: false })
@Check('ck_person_salutation', `salutation IN ('frau', 'herr', 'none')`)
@Check('ck_person_language', `language IN ('de', 'en')`)
export class Person {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' })
  id: Id;

  /** Who may edit the contact data; others propose. */
  @Index('ix_person_home', { where: 'home_institution_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_person_home', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'home_institution_id', nullable: true })
  homeInstitutionId: Id | null;

  @Column('text', { name: 'academic_title', nullable: true })
  academicTitle: string | null;

  @Column({ type: 'text', name: 'given_name', collation: 'de-x-icu' })
  givenName: string;

  @Column({ type: 'text', name: 'family_name', collation: 'de-x-icu' })
  familyName: string;

  @Column('text')
  salutation: Salutation;

  @Column('text', { nullable: true })
  position: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text')
  language: Language;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;

  /** Given and family name, folded, each word after a space; a trigger keeps it, whoever writes. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false })
  readonly searchText?: string;
}
