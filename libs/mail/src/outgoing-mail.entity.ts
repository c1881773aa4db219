import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MailState } from '#contracts';
import { InstantColumn } from '#database';
import type { Id, Language, Temporal } from '#kernel';

/** A mail, written before it is sent. Narrow on purpose: what was rendered lies in `outgoing_mail_content`. */
@Entity('outgoing_mail')
@Unique('uq_outgoing_mail_dedup', ['dedupKey'])
@Index('ix_outgoing_mail_open', ['id'], { where: `state IN ('queued', 'retrying', 'sending')` })
@Index('ix_outgoing_mail_person', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('ix_outgoing_mail_state', ['state', 'id'], { where: `state <> 'sent'` })
@Index('ix_outgoing_mail_thread', ['threadId'], { where: 'thread_id IS NOT NULL' })
@Index('ix_outgoing_mail_topic', ['topicId', 'id'], { where: 'topic_id IS NOT NULL' })
@Check(
  'ck_outgoing_mail_state',
  `state IN ('queued', 'sending', 'sent', 'retrying', 'failed', 'bounced', 'withheld', 'superseded')`,
)
export class OutgoingMail {
  /** UUIDv7: the order of writing is the order of sending. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outgoing_mail' })
  id: Id;

  /** `invitation:<id>:<sequence>` and the like: the same mail is written once. */
  @Column('text', { name: 'dedup_key' })
  dedupKey: string;

  @Column('text')
  kind: string;

  @Column('text')
  state: MailState;

  @Column('text')
  language: Language;

  @Column('text')
  address: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: Id | null;

  /** What the mails are about (a meeting): they share rendered parts and stand together in the log. */
  @Column('uuid', { name: 'topic_id', nullable: true })
  topicId: Id | null;

  /** Mails of one thread (an invitation) go out one after another; a newer calendar mail supersedes unsent ones. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId: Id | null;

  /** SEQUENCE of its calendar part; null without one. */
  @Column('int', { nullable: true })
  sequence: number | null;

  /** Ids the template loads its data by; never tokens, never personal data. */
  @Column('jsonb')
  params: Readonly<Record<string, string>>;

  @Column('int')
  attempts: number;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  /** While sending: after this another worker may take it. */
  @InstantColumn({ name: 'claimed_until', nullable: true })
  claimedUntil: Temporal.Instant | null;

  @InstantColumn({ name: 'sent_at', nullable: true })
  sentAt: Temporal.Instant | null;

  /** A code of ours or the server's enhanced status; never its text. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}
