import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Mapping } from '../reading/mapping.js';

/** What an institution took the columns of a form for, the last time. */
@Entity('import_mapping')
export class ImportMapping {
  @ForeignKey('Institution', { name: 'fk_import_mapping_institution', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_import_mapping' })
  institutionId: Id;

  /** Of the kind and the titles of the columns. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_import_mapping' })
  signature: string;

  @Column('jsonb')
  mapping: Mapping;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
