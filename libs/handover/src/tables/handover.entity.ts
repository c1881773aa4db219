import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** One action that ended a mandate and gave its seat to somebody else; who, the two mandates say. */
@Entity('handover')
@Index('ix_handover_day', ['firstDay', 'id'])
@Check('ck_handover_days', 'first_day > last_day')
export class Handover {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_handover' })
  id: Id;

  @Index('ix_handover_office')
  @ForeignKey('Office', { name: 'fk_handover_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: Id;

  @Index('ix_handover_ended_mandate')
  @ForeignKey('Mandate', { name: 'fk_handover_ended_mandate', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ended_mandate_id' })
  endedMandateId: Id;

  /** Null: it was called off. */
  @Index('ix_handover_begun_mandate')
  @ForeignKey('Mandate', { name: 'fk_handover_begun_mandate', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'begun_mandate_id', nullable: true })
  begunMandateId: Id | null;

  @DayColumn({ name: 'last_day' })
  lastDay: Temporal.PlainDate;

  @DayColumn({ name: 'first_day' })
  firstDay: Temporal.PlainDate;

  /** When the ended mandate was to end before; what calling off brings back. */
  @DayColumn({ name: 'former_last_day', nullable: true })
  formerLastDay: Temporal.PlainDate | null;

  @ForeignKey('Person', { name: 'fk_handover_started_by', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'started_by_id', nullable: true })
  startedById: Id | null;

  @InstantColumn({ name: 'started_at' })
  startedAt: Temporal.Instant;

  @InstantColumn({ name: 'called_off_at', nullable: true })
  calledOffAt: Temporal.Instant | null;
}
