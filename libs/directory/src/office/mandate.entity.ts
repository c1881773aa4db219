import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A person holds a seat of an office from a day until a day, both inclusive, in the institution's zone. */
@Entity('mandate')
@Index('ix_mandate_office', ['officeId', 'validFrom', 'id'])
// With all that is asked of somebody's mandates, for else PostgreSQL takes the index of ex_mandate_person_once, which it
// counts as cheap though a person lies all over it.
@Index('ix_mandate_person', ['personId', 'validFrom', 'id', 'officeId', 'validUntil'])
@Check('ck_mandate_period', 'valid_until >= valid_from')
@Check('ck_mandate_seat_positive', 'seat > 0')
@Exclusion(
  'ex_mandate_one_holder_per_seat',
  `USING gist (office_id WITH =, seat WITH =, daterange(valid_from, valid_until, '[]') WITH &&)`,
)
@Exclusion(
  'ex_mandate_person_once',
  `USING gist (office_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)`,
)
export class Mandate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_mandate' })
  id: Id;

  @ForeignKey('Office', { name: 'fk_mandate_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: Id;

  /** 1 to the office's number of seats. */
  @Column('int')
  seat: number;

  @ForeignKey('Person', { name: 'fk_mandate_person' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @DayColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @DayColumn({ name: 'valid_until', nullable: true })
  validUntil: Temporal.PlainDate | null;
}
