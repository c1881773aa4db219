import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** An institution carries a tag; perhaps one that another institution keeps. */
@Entity('institution_tag')
export class InstitutionTag {
  @ForeignKey('Tag', { name: 'fk_institution_tag_tag', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'tag_id', primaryKeyConstraintName: 'pk_institution_tag' })
  tagId: Id;

  @Index('ix_institution_tag_institution')
  @ForeignKey('Institution', { name: 'fk_institution_tag_institution', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_institution_tag' })
  institutionId: Id;
}
