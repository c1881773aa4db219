import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** An institution has invited a person, and so may see how they are reached. */
@Entity('acquaintance')
export class Acquaintance {
  @ForeignKey('Institution', { name: 'fk_acquaintance_institution', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'institution_id', primaryKeyConstraintName: 'pk_acquaintance' })
  institutionId: Id;

  @Index('ix_acquaintance_person')
  @ForeignKey('Person', { name: 'fk_acquaintance_person', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_acquaintance' })
  personId: Id;

  @InstantColumn({ name: 'since' })
  since: Temporal.Instant;
}
