import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** What an imported calendar says is going on: on whole days, both inclusive, or between two instants. */
@Entity('imported_entry')
@Index('ix_imported_entry_days', ['lastOn', 'firstOn'], { where: 'first_on IS NOT NULL' })
@Index('ix_imported_entry_times', ['endsAt', 'startsAt'], { where: 'starts_at IS NOT NULL' })
@Check(
  'ck_imported_entry_when',
  `CASE WHEN first_on IS NULL THEN last_on IS NULL AND starts_at IS NOT NULL AND ends_at >= starts_at
        ELSE last_on >= first_on AND starts_at IS NULL AND ends_at IS NULL END`,
)
export class ImportedEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_imported_entry' })
  id: Id;

  @Index('ix_imported_entry_calendar')
  @ForeignKey('ImportedCalendar', { name: 'fk_imported_entry_calendar', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'calendar_id' })
  calendarId: Id;

  @Column('text')
  summary: string;

  @DayColumn({ name: 'first_on', nullable: true })
  firstOn: Temporal.PlainDate | null;

  @DayColumn({ name: 'last_on', nullable: true })
  lastOn: Temporal.PlainDate | null;

  @InstantColumn({ name: 'starts_at', nullable: true })
  startsAt: Temporal.Instant | null;

  @InstantColumn({ name: 'ends_at', nullable: true })
  endsAt: Temporal.Instant | null;
}
