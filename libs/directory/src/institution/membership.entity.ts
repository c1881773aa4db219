import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** `member` belongs to `institution` from a day until a day, both inclusive. */
@Entity('membership')
@Check('ck_membership_period', 'valid_until >= valid_from')
@Check('ck_membership_not_itself', 'member_id <> institution_id')
@Exclusion(
  'ex_membership_once_a_day',
  `USING gist (institution_id WITH =, member_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)`,
)
export class Membership {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_membership' })
  id: Id;

  @ForeignKey('Institution', { name: 'fk_membership_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Index('ix_membership_member')
  @ForeignKey('Institution', { name: 'fk_membership_member' })
  @Column('uuid', { name: 'member_id' })
  memberId: Id;

  @DayColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @DayColumn({ name: 'valid_until', nullable: true })
  validUntil: Temporal.PlainDate | null;

  /** Rises with every change of its days. */
  @Column('int', { default: 1 })
  version?: number;
}
