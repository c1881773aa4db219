import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Land } from '#contracts';
import { DayColumn, InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** A calendar of somebody else, such as the school holidays of a Land, that dates are held against. */
@Entity('imported_calendar')
@Index('ix_imported_calendar_sort', ['sortName', 'id'])
@Check('ck_imported_calendar_name', `name ? 'de' OR name ? 'en'`)
@Check('ck_imported_calendar_failure', '(failing_since IS NULL) = (failure_code IS NULL)')
export class ImportedCalendar {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_imported_calendar' })
  id: Id;

  /** Who keeps it; null: the instance. */
  @Index('ix_imported_calendar_institution', { where: 'institution_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_imported_calendar_institution' })
  @Column('uuid', { name: 'institution_id', nullable: true })
  institutionId: Id | null;

  @Column('jsonb')
  name: LocalizedText;

  @Column({ type: 'text', name: 'sort_name', collation: 'de-x-icu' })
  sortName: string;

  /** It concerns who works in one of these; without any whoever keeps it, or everybody. */
  @Column('text', { array: true, default: () => `'{}'` })
  laender: Land[];

  /** Where it is fetched from; null: its entries come from files. */
  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  etag: string | null;

  @Column('text', { name: 'last_modified', nullable: true })
  lastModified: string | null;

  /** How many entries the last good state has. */
  @Column('int')
  entries: number;

  /** Up to here, exclusive, recurring entries are worked out. */
  @DayColumn({ name: 'read_until', nullable: true })
  readUntil: Temporal.PlainDate | null;

  /** When it was last known to be as it is here; null: not yet. */
  @InstantColumn({ name: 'refreshed_at', nullable: true })
  refreshedAt: Temporal.Instant | null;

  /** Since when every attempt has failed. */
  @InstantColumn({ name: 'failing_since', nullable: true })
  failingSince: Temporal.Instant | null;

  /** Attempts that failed since the last that did not. */
  @Column('int')
  failures: number;

  @Column('text', { name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column('jsonb', { name: 'failure_params' })
  failureParams: Readonly<Record<string, number>>;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
