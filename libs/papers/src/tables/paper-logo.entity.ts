import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#kernel';

/** A funder's logo above the papers of an institution's meetings; ids in the order they were added in. */
@Entity('paper_logo')
@Unique('uq_paper_logo', ['institutionId', 'fileId'])
export class PaperLogo {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_logo' })
  id: Id;

  @ForeignKey('PaperHeadSettings', { name: 'fk_paper_logo_head', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Index('ix_paper_logo_file')
  @ForeignKey('File', { name: 'fk_paper_logo_file' })
  @Column('text', { name: 'file_id' })
  fileId: string;
}
