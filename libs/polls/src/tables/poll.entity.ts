import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AudienceRule, InvitationSettings, PlaceDto, PollState } from '#contracts';
import { InstantColumn, WallClockColumn } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** Which of several dates suits most; ends as a meeting, or moves one. */
@Entity('poll')
@Index('ix_poll_institution', ['institutionId'])
@Index('ix_poll_meeting', ['meetingId'], { where: 'meeting_id IS NOT NULL' })
@Index('ix_poll_moves_meeting', ['movesMeetingId'], { where: 'moves_meeting_id IS NOT NULL' })
@Check('ck_poll_state', `state IN ('draft', 'open', 'closed', 'decided')`)
@Check('ck_poll_title', `title ? 'de' OR title ? 'en'`)
@Check('ck_poll_length_positive', 'length_minutes > 0')
@Check('ck_poll_audience', '(audience_id IS NULL) <> (audience_rule IS NULL)')
@Check('ck_poll_successors', `successors IN ('on-the-day', 'at-once')`)
@Check('ck_poll_newcomers', `newcomers IN ('invite', 'show')`)
@Check('ck_poll_decided', `(state = 'decided') = (taken_option_id IS NOT NULL)`)
@Check('ck_poll_opened', `(state = 'draft') = (opened_at IS NULL)`)
export class Poll {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_poll' })
  id: Id;

  @ForeignKey('Institution', { name: 'fk_poll_institution' })
  @Column('uuid', { name: 'institution_id' })
  institutionId: Id;

  @Column('jsonb')
  title: LocalizedText;

  @Column('jsonb', { nullable: true })
  description: LocalizedText | null;

  @Column('text')
  zone: string;

  /** From start to end by the wall clock; whole days for options that have no time. */
  @Column('int', { name: 'length_minutes' })
  lengthMinutes: number;

  @Column('jsonb', { nullable: true })
  place: PlaceDto | null;

  /** Whom participants may ask. */
  @ForeignKey('Person', { name: 'fk_poll_organiser', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'organiser_id', nullable: true })
  organiserId: Id | null;

  @Index('ix_poll_audience', { where: 'audience_id IS NOT NULL' })
  @ForeignKey('Audience', { name: 'fk_poll_audience' })
  @Column('uuid', { name: 'audience_id', nullable: true })
  audienceId: Id | null;

  @Column('jsonb', { name: 'audience_rule', nullable: true })
  audienceRule: AudienceRule | null;

  @Column('text')
  successors: InvitationSettings['successors'];

  @Column('text')
  newcomers: InvitationSettings['newcomers'];

  @Column('boolean', { name: 'copy_to_deputies' })
  copyToDeputies: boolean;

  @WallClockColumn({ name: 'deadline_local' })
  deadlineLocal: Temporal.PlainDateTime;

  /** From then on nobody votes; derived from wall clock and zone. */
  @InstantColumn({ name: 'deadline_at' })
  deadlineAt: Temporal.Instant;

  /** Participants see counts instead of each other's names. */
  @Column('boolean', { name: 'hides_names' })
  hidesNames: boolean;

  @Column('text')
  state: PollState;

  /** The meeting that is to move to the date taken; null: a new one is made. */
  @ForeignKey('Meeting', { name: 'fk_poll_moves_meeting' })
  @Column('uuid', { name: 'moves_meeting_id', nullable: true })
  movesMeetingId: Id | null;

  /** The meeting that has the date taken. */
  @ForeignKey('Meeting', { name: 'fk_poll_meeting' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: Id | null;

  @Column('uuid', { name: 'taken_option_id', nullable: true })
  takenOptionId: Id | null;

  /** What the host wrote to everybody with the decision. */
  @Column('text', { name: 'decision_note', nullable: true })
  decisionNote: string | null;

  /** When whoever was silent was reminded by itself, which happens once. */
  @InstantColumn({ name: 'reminded_at', nullable: true })
  remindedAt: Temporal.Instant | null;

  @Column('int')
  version: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ name: 'opened_at', nullable: true })
  openedAt: Temporal.Instant | null;

  @InstantColumn({ name: 'changed_at' })
  changedAt: Temporal.Instant;
}
