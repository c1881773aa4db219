import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A right given by name (not by a mandate): a role, in an institution or, without one, in the whole instance. */
@Entity('role_grant')
@Check('ck_role_grant_role', `role IN ('owner')`)
@Check('ck_role_grant_period', 'valid_until >= valid_from')
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_role_grant' })
  id: Id;

  @Index('ix_role_grant_person')
  @ForeignKey('Person', { name: 'fk_role_grant_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @ForeignKey('Institution', { name: 'fk_role_grant_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: Id | null;

  @Column('text')
  role: 'owner';

  @DayColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @DayColumn({ name: 'valid_until', nullable: true })
  validUntil: Temporal.PlainDate | null;
}
