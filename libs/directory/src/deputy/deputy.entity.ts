import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** A person stands in for whoever holds an office, from a day until a day, both inclusive; the first rank is asked first. */
@Entity('deputy')
@Check('ck_deputy_period', 'valid_until >= valid_from')
@Check('ck_deputy_rank_positive', 'rank > 0')
@Exclusion(
  'ex_deputy_one_per_rank',
  `USING gist (office_id WITH =, rank WITH =, daterange(valid_from, valid_until, '[]') WITH &&)`,
)
@Exclusion(
  'ex_deputy_person_once',
  `USING gist (office_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&)`,
)
export class Deputy {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deputy' })
  id: Id;

  @ForeignKey('Office', { name: 'fk_deputy_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: Id;

  @Index('ix_deputy_person')
  @ForeignKey('Person', { name: 'fk_deputy_person' })
  @Column('uuid', { name: 'person_id' })
  personId: Id;

  @Column('int')
  rank: number;

  @DayColumn({ name: 'valid_from' })
  validFrom: Temporal.PlainDate;

  @DayColumn({ name: 'valid_until', nullable: true })
  validUntil: Temporal.PlainDate | null;
}
