import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Id } from '#kernel';

/** A word by which an institution groups people and institutions for itself. */
@Entity('tag')
@Unique('uq_tag_institution_name', ['institutionId', 'name'])
@Index('ix_tag_sort', ['name', 'id'])
@Check('ck_tag_name', `name <> ''`)
export class Tag {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tag' })
  id: Id;

  @ForeignKey('Institution', { name: 'fk_tag_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column({ type: 'text', collation: 'de-x-icu' })
  name: string;
}
