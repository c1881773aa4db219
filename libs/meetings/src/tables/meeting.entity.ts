import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgendaItem, MailPlan, MeetingState, Question, Seating, Visibility } from '#contracts';
import { InstantColumn, WallClockColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { Place } from './place.column.js';

/** One gathering. The wall clock and the zone are what people agreed on; the instants are derived from them. */
@Entity('meeting')
@Unique('uq_meeting_slug', ['slug'])
@Index('ix_meeting_starts', ['startsAt', 'id'])
@Index('ix_meeting_state', ['state', 'startsAt', 'id'])
@Index('ix_meeting_search', { synchronize: false })
@Index('ix_meeting_institution', ['institutionId', 'startsAt'])
// By hand, in the migration: USING gist (tstzrange(starts_at, ends_at, '[]')), which finds what is going on at a moment.
@Index('ix_meeting_period', { synchronize: false })
@Check('ck_meeting_period', 'ends_local > starts_local AND ends_at > starts_at')
@Check('ck_meeting_capacity_positive', 'capacity > 0')
@Check('ck_meeting_state', `state IN ('draft', 'published', 'cancelled')`)
@Check('ck_meeting_visibility', `visibility IN ('public', 'unlisted', 'members', 'invited')`)
@Check('ck_meeting_title', `title ? 'de' OR title ? 'en'`)
@Check(
  'ck_meeting_all_day',
  "NOT all_day OR (starts_local::time = time '00:00' AND ends_local::time = time '00:00')",
)
@Check('ck_meeting_answer_by', '(answer_by_local IS NULL) = (answer_by_at IS NULL)')
@Check('ck_meeting_coordinates', '(place_latitude IS NULL) = (place_longitude IS NULL)')
@Check('ck_meeting_cancelled', `(state = 'cancelled') = (cancelled_at IS NOT NULL)`)
export class Meeting {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_meeting' })
  id: Id;

  @Column('text')
  slug: string;

  /** The institution it belongs to; who hosts it is `meeting_host`. */
  @ForeignKey('Institution', { name: 'fk_meeting_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('jsonb')
  title: LocalizedText;

  @Column('jsonb', { nullable: true })
  description: LocalizedText | null;

  /** What happens in which order. */
  @Column('jsonb', { default: () => `'[]'` })
  agenda: AgendaItem[];

  @Column('boolean', { name: 'all_day' })
  allDay: boolean;

  @Column('text')
  zone: string;

  @WallClockColumn({ name: 'starts_local' })
  startsLocal: Temporal.PlainDateTime;

  /** Exclusive; for an all-day meeting 00:00 of the day after its last. */
  @WallClockColumn({ name: 'ends_local' })
  endsLocal: Temporal.PlainDateTime;

  @InstantColumn({ name: 'starts_at' })
  startsAt: Temporal.Instant;

  @InstantColumn({ name: 'ends_at' })
  endsAt: Temporal.Instant;

  /** The zone data the instants were derived with. */
  @Column('text', { name: 'tz_version' })
  tzVersion: string;

  @Column(() => Place, { prefix: false })
  place: Place;

  @Column('text', { name: 'online_url', nullable: true })
  onlineUrl: string | null;

  @ForeignKey('Person', { name: 'fk_meeting_organiser', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'organiser_id', nullable: true })
  organiserId: Id | null;

  /** Seats; null: as many as come. */
  @Column('int', { nullable: true })
  capacity: number | null;

  @WallClockColumn({ name: 'answer_by_local', nullable: true })
  answerByLocal: Temporal.PlainDateTime | null;

  @InstantColumn({ name: 'answer_by_at', nullable: true })
  answerByAt: Temporal.Instant | null;

  @Column('text')
  visibility: Visibility;

  /** Asked with the registration. */
  @Column('jsonb', { default: () => `'[]'` })
  questions: Question[];

  /** Which mails go out by themselves. */
  @Column('jsonb', { name: 'mail_plan' })
  mailPlan: MailPlan;

  /** How its seats are given. */
  @Column('jsonb')
  seating: Seating;

  @Column('text')
  state: MeetingState;

  /** Rises with every change that calendars must see; the feed's SEQUENCE. */
  @Column('int')
  revision: number;

  /** The last number given to an answer, in order of arrival, under the row's lock. */
  @Column('bigint', { name: 'last_arrival' })
  lastArrival: number;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;

  @InstantColumn({ name: 'published_at', nullable: true })
  publishedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'cancelled_at', nullable: true })
  cancelledAt: Temporal.Instant | null;

  /** Titles and place, folded, each word after a space; a trigger keeps it, whoever writes. */
  @Column({ type: 'text', name: 'search_text', select: false, insert: false, update: false })
  readonly searchText?: string;
}
