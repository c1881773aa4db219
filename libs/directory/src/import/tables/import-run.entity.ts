import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportDto, ImportKind, ImportRowState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Mapping } from '../reading/mapping.js';

export interface ImportColumn {
  readonly title: string;
  /** What it holds in the first rows. */
  readonly samples: readonly string[];
}

/** A file that somebody reads into the directory: handed in, checked by a dry run, then written. */
@Entity('import_run')
@Check('ck_import_run_kind', `kind IN ('people', 'members')`)
@Check('ck_import_run_state', `state IN ('mapping', 'checking', 'checked', 'writing', 'done')`)
@Check('ck_import_run_checked', `state NOT IN ('checked', 'writing') OR fingerprint IS NOT NULL`)
export class ImportRun {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_import_run' })
  id: Id;

  @Column('text')
  kind: ImportKind;

  @Index('ix_import_run_institution')
  @ForeignKey('Institution', { name: 'fk_import_run_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  /** In the file store; null once it has been written and let go. */
  @Column('text', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('jsonb')
  columns: readonly ImportColumn[];

  @Column('jsonb')
  mapping: Mapping;

  @Column('boolean', { name: 'mapping_remembered' })
  mappingRemembered: boolean;

  @Column('text')
  state: ImportDto['state'];

  /** Rows below the titles. */
  @Column('int')
  rows: number;

  @Column('jsonb', { nullable: true })
  counts: Readonly<Record<ImportRowState, number>> | null;

  /** Of what the dry run showed: writing it must do the very same. */
  @Column('text', { nullable: true })
  fingerprint: string | null;

  @Column('uuid', { name: 'operation_id', nullable: true })
  operationId: Id | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: Id | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
