import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  AudienceRule,
  DateRuleDto,
  HolidayPolicy,
  InvitationSettings,
  SeriesInput,
  SeriesState,
  SeriesTemplate,
} from '#contracts';
import { DayColumn, InstantColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** Meetings that come back by a rule. Each date has a meeting of its own; this is what they start out with. */
@Entity('series')
@Unique('uq_series_slug', ['slug'])
@Index('ix_series_institution', ['institutionId'])
@Index('ix_series_sort', ['sortName', 'id'])
@Check('ck_series_state', `state IN ('draft', 'active', 'paused', 'ended')`)
@Check('ck_series_ended', `(state = 'ended') = (ends_on IS NOT NULL)`)
@Check('ck_series_name', `name ? 'de' OR name ? 'en'`)
@Check('ck_series_length_positive', 'length_minutes > 0')
@Check('ck_series_window', 'window_months BETWEEN 1 AND 36')
@Check('ck_series_lead', 'invite_lead_days >= 0 AND answer_by_lead_days BETWEEN 0 AND invite_lead_days')
@Check(
  'ck_series_host_days',
  'ask_host_lead_days BETWEEN 1 AND 730 AND confirm_host_days BETWEEN 1 AND 90 AND remind_host_days BETWEEN 0 AND 60',
)
@Check('ck_series_audience', 'audience_id IS NULL OR audience_rule IS NULL')
@Check('ck_series_holidays', `holidays IN ('keep', 'move', 'skip', 'ask')`)
@Check('ck_series_sending', `sending IN ('by-itself', 'after-nod')`)
@Check('ck_series_successors', `successors IN ('on-the-day', 'at-once')`)
@Check('ck_series_newcomers', `newcomers IN ('invite', 'show')`)
export class Series {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_series' })
  id: Id;

  @Column('text')
  slug: string;

  @ForeignKey('Institution', { name: 'fk_series_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('jsonb')
  name: LocalizedText;

  /** What lists are ordered by. */
  @Column({ type: 'text', name: 'sort_name', collation: 'de-x-icu' })
  sortName: string;

  @Column('jsonb', { nullable: true })
  description: LocalizedText | null;

  @Column('text')
  zone: string;

  @Column('jsonb')
  rule: DateRuleDto;

  @Column('boolean', { name: 'all_day' })
  allDay: boolean;

  @Column('int', { name: 'length_minutes' })
  lengthMinutes: number;

  @Column('jsonb')
  template: Omit<SeriesTemplate, 'organiserId'>;

  @ForeignKey('Person', { name: 'fk_series_organiser', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'organiser_id', nullable: true })
  organiserId: Id | null;

  /** A saved audience, as it is when a date invites; null with `audienceRule` null: nobody is invited by itself. */
  @Index('ix_series_audience', { where: 'audience_id IS NOT NULL' })
  @ForeignKey('Audience', { name: 'fk_series_audience' })
  @Column('uuid', { name: 'audience_id', nullable: true })
  audienceId: Id | null;

  /** An audience composed for this series. */
  @Column('jsonb', { name: 'audience_rule', nullable: true })
  audienceRule: AudienceRule | null;

  @Column('text')
  successors: InvitationSettings['successors'];

  @Column('text')
  newcomers: InvitationSettings['newcomers'];

  @Column('boolean', { name: 'copy_to_deputies' })
  copyToDeputies: boolean;

  @Column('int', { name: 'invite_lead_days' })
  inviteLeadDays: number;

  /** So many days before the date the audience hears of it; null: not before the invitation. */
  @Column('int', { name: 'save_the_date_lead_days', nullable: true })
  saveTheDateLeadDays: number | null;

  @Column('text')
  sending: SeriesInput['sending'];

  @Column('int', { name: 'answer_by_lead_days', nullable: true })
  answerByLeadDays: number | null;

  @Column('text')
  holidays: HolidayPolicy;

  @Column('int', { name: 'window_months' })
  windowMonths: number;

  @Column('int', { name: 'first_number' })
  firstNumber: number;

  /** So many days before its date a host is asked to confirm. */
  @Column('int', { name: 'ask_host_lead_days', default: 90 })
  askHostLeadDays: number;

  @Column('int', { name: 'confirm_host_days', default: 14 })
  confirmHostDays: number;

  /** So many days before the deadline a silent host is reminded; 0: not at all. */
  @Column('int', { name: 'remind_host_days', default: 3 })
  remindHostDays: number;

  @Column('text')
  state: SeriesState;

  /** The first day without dates, once it has ended. */
  @DayColumn({ name: 'ends_on', nullable: true })
  endsOn: Temporal.PlainDate | null;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
