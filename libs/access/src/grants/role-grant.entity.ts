import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/**
 * A right given by name (not by a mandate): a role in an institution, for one meeting, or, without either, in the whole
 * instance.
 */
@Entity('role_grant')
@Check('ck_role_grant_role', `role IN ('owner', 'meeting_host', 'funder', 'assistant', 'member')`)
@Check(
  'ck_role_grant_place',
  `CASE role WHEN 'owner' THEN institution_id IS NULL AND meeting_id IS NULL
             WHEN 'meeting_host' THEN institution_id IS NULL AND meeting_id IS NOT NULL
             ELSE institution_id IS NOT NULL AND meeting_id IS NULL END`,
)
@Check('ck_role_grant_period', 'valid_until >= valid_from')
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_role_grant' })
  id: Id;

  @Index('ix_role_grant_person')
  @ForeignKey('Person', { name: 'fk_role_grant_person', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Index('ix_role_grant_institution', { where: 'institution_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_role_grant_institution', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: Id | null;

  @Index('ix_role_grant_meeting', { where: 'meeting_id IS NOT NULL' })
  @ForeignKey('Meeting', { name: 'fk_role_grant_meeting', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: Id | null;

  @Column('text')
  role: 'owner' | 'meeting_host' | 'funder' | 'assistant' | 'member';

  @DayColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @DayColumn({ name: 'valid_until', nullable: true })
  validUntil: Temporal.PlainDate | null;
}
