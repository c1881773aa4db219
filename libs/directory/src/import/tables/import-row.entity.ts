import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportRowState } from '#contracts';
import type { Id } from '#kernel';
import type { FieldChange } from '../planning/plan.js';
import type { RowProblem } from '../reading/record.js';

/** What a dry run found out about a row of the file. */
@Entity('import_row')
@Index('ix_import_row_state', ['importId', 'state', 'row'])
@Check('ck_import_row_state', `state IN ('new', 'changed', 'unchanged', 'linked', 'wrong')`)
export class ImportRow {
  @ForeignKey('ImportRun', { name: 'fk_import_row_run', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'pk_import_row' })
  importId: Id;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'pk_import_row' })
  row: number;

  @Column('text')
  state: ImportRowState;

  @Column('text')
  name: string;

  @Column('jsonb')
  changes: readonly FieldChange[];

  @Column('jsonb')
  problems: readonly RowProblem[];
}
