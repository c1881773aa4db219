import { insertStatement } from '#database';
import type { Reader, Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';
import { wakeAfterCommit } from '#queue';
import { MAIL_CHANNEL } from './mail-channel.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

/** A mail to be written; what it says is rendered from the ids in `params` when it is sent. */
export interface MailDraft {
  readonly kind: string;
  /** The same mail is written once, however often it is asked for. */
  readonly dedupKey: string;
  readonly language: Language;
  readonly address: string;
  readonly personId: Id | null;
  readonly topicId: Id | null;
  readonly threadId: Id | null;
  /** SEQUENCE of its calendar part; null without one. */
  readonly sequence: number | null;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Writes mails in the caller's transaction, as one statement, and wakes the relay after the commit. A draft
 * whose dedup key is there already is passed over. Calendar mails supersede unsent older ones of their thread.
 */
export async function writeMails(tx: Tx, drafts: readonly MailDraft[], now: Temporal.Instant): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft): OutgoingMail => ({
    ...draft,
    id: newId(),
    state: 'queued',
    attempts: 0,
    createdAt: now,
    claimedUntil: null,
    sentAt: null,
    lastError: null,
  }));
  const { sql, json } = insertStatement(tx, OutgoingMail, rows, { orIgnore: true });
  // By the rows that are written: a draft that was passed over must not take back the mail it repeats. The UPDATE sees
  // none of them (https://www.postgresql.org/docs/15/queries-with.html#QUERIES-WITH-MODIFYING).
  await tx.manager.query(
    `WITH newer AS (${sql} RETURNING thread_id, sequence)
     UPDATE outgoing_mail AS older SET state = 'superseded' FROM newer
      WHERE newer.sequence IS NOT NULL AND older.thread_id = newer.thread_id
        AND older.sequence IS NOT NULL AND older.state IN ('queued', 'retrying')`,
    [json],
  );
  wakeAfterCommit(tx, MAIL_CHANNEL);
}

/** Takes back calendar mails of these threads that have not left yet, in the caller's transaction. */
export async function supersedeUnsent(tx: Tx, threadIds: readonly Id[]): Promise<void> {
  if (threadIds.length === 0) return;
  await tx.manager.query(
    `UPDATE outgoing_mail SET state = 'superseded'
      WHERE thread_id = ANY($1) AND sequence IS NOT NULL AND state IN ('queued', 'retrying')`,
    [threadIds],
  );
}

/**
 * The kind of the calendar mail that left last, by thread; a thread of which nothing has left is missing. A mail that
 * is being sent counts, and so does one that is kept for want of a mail server: the log stands for the mailbox.
 */
export async function findLastLeft(
  reader: Reader,
  threadIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (threadIds.length === 0) return new Map();
  const rows: { threadId: Id; kind: string }[] = await reader.manager.query(
    `SELECT DISTINCT ON (thread_id) thread_id AS "threadId", kind FROM outgoing_mail
      WHERE thread_id = ANY($1) AND sequence IS NOT NULL AND state IN ('sending', 'sent', 'bounced', 'withheld')
      ORDER BY thread_id, id DESC`,
    [threadIds],
  );
  return new Map(rows.map(({ threadId, kind }) => [threadId, kind]));
}
