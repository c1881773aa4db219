import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MeetingInput } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** What a change of a series did to one of its meetings. */
export interface MeetingEffect {
  readonly meetingId: Id;
  readonly effect: 'changed' | 'moved' | 'cancelled';
  readonly title: LocalizedText;
  readonly before: Pick<MeetingInput, 'startsLocal' | 'endsLocal' | 'allDay' | 'zone'>;
  /** Null: it was cancelled. */
  readonly after: Pick<MeetingInput, 'startsLocal' | 'endsLocal' | 'allDay' | 'zone'> | null;
}

/** A change of several dates at once: the summary mails are rendered from here. */
@Entity('series_change')
export class SeriesChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_series_change' })
  id: Id;

  @Index('ix_series_change_series')
  @ForeignKey('Series', { name: 'fk_series_change_series', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'series_id' })
  seriesId: Id;

  @Column('jsonb')
  effects: MeetingEffect[];

  /** The host's word on it. */
  @Column('text', { nullable: true })
  note: string | null;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
