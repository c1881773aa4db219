import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** Somebody needs a file: it is kept while there is such a row, and public while one of them is. */
@Entity('file_use')
export class FileUse {
  @ForeignKey('File', { name: 'fk_file_use_file' })
  @PrimaryColumn('text', { name: 'file_id', primaryKeyConstraintName: 'pk_file_use' })
  fileId: string;

  /** What kind of row needs it, and as what: `institution-logo`. */
  @PrimaryColumn('text', { name: 'owner_kind', primaryKeyConstraintName: 'pk_file_use' })
  ownerKind: string;

  @PrimaryColumn('uuid', { name: 'owner_id', primaryKeyConstraintName: 'pk_file_use' })
  ownerId: Id;

  /** Whether everybody may fetch it under `/files/:id`. */
  @Column('boolean')
  public: boolean;
}
