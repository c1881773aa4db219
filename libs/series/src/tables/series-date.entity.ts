import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MeetingInput, SeriesDateState } from '#contracts';
import { InstantColumn, WallClockColumn } from '#database';
import type { Id, Temporal } from '#kernel';

/** The holiday that moved or dropped a date, or asks about it. */
export interface DateHoliday {
  readonly name: { readonly de: string; readonly en: string };
  readonly lands: readonly string[];
}

/** A date of a series: what the rule gave, and the meeting that was made of it. */
@Entity('series_date')
@Unique('uq_series_date_original', ['seriesId', 'originalLocal'])
@Unique('uq_series_date_meeting', ['meetingId'])
@Check('ck_series_date_state', `state IN ('planned', 'skipped', 'asked')`)
@Check('ck_series_date_meeting', `state <> 'planned' OR (meeting_id IS NOT NULL AND generated IS NOT NULL)`)
export class SeriesDate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_series_date' })
  id: Id;

  @ForeignKey('Series', { name: 'fk_series_date_series', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'series_id' })
  seriesId: Id;

  /** The start that the rule gives; with the series it is what the date is known by. */
  @WallClockColumn({ name: 'original_local' })
  originalLocal: Temporal.PlainDateTime;

  /** Counted on through the series; null for a date that a holiday dropped or a change cancelled. */
  @Column('int', { nullable: true })
  number: number | null;

  @Column('text')
  state: SeriesDateState;

  @ForeignKey('Meeting', { name: 'fk_series_date_meeting', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: Id | null;

  /** The meeting as the series last wrote it: where the meeting differs, somebody touched it by hand. */
  @Column('jsonb', { nullable: true })
  generated: MeetingInput | null;

  @Column('jsonb', { nullable: true })
  holiday: DateHoliday | null;

  /** Whose turn it is to host; null: the series' institution. */
  @Index('ix_series_date_host', { where: 'host_id IS NOT NULL' })
  @ForeignKey('Institution', { name: 'fk_series_date_host' })
  @Column('uuid', { name: 'host_id', nullable: true })
  hostId: Id | null;

  /** When its invitations were due; they wait for the host's nod until `invitedAt`. */
  @InstantColumn({ name: 'due_at', nullable: true })
  dueAt: Temporal.Instant | null;

  @InstantColumn({ name: 'invited_at', nullable: true })
  invitedAt: Temporal.Instant | null;
}
