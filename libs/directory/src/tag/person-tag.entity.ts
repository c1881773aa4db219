import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Id } from '#kernel';

/** A person carries a tag. */
@Entity('person_tag')
export class PersonTag {
  @ForeignKey('Tag', { name: 'fk_person_tag_tag', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'tag_id', primaryKeyConstraintName: 'pk_person_tag' })
  tagId: Id;

  @Index('ix_person_tag_person')
  @ForeignKey('Person', { name: 'fk_person_tag_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_person_tag' })
  personId: Id;
}
