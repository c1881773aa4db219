import { insertRows } from '#database';
import type { Tx } from '#database';
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
 * Writes mails in the caller's transaction, as multi-row statements, and wakes the relay after the commit. A draft
 * whose dedup key is there already is passed over. Calendar mails supersede unsent older ones of their thread.
 */
export async function writeMails(tx: Tx, drafts: readonly MailDraft[], now: Temporal.Instant): Promise<void> {
  if (drafts.length === 0) return;
  await supersedeUnsent(
    tx,
    drafts.flatMap((draft) => (draft.sequence === null || draft.threadId === null ? [] : [draft.threadId])),
  );
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
  await insertRows(tx, OutgoingMail, rows, { orIgnore: true });
  wakeAfterCommit(tx, MAIL_CHANNEL);
}

/**
 * Takes back calendar mails of these threads that have not left yet, in the caller's transaction. Returns the threads
 * of which something did leave (or is leaving): only they have an entry in somebody's calendar to change or remove.
 */
export async function supersedeUnsent(tx: Tx, threadIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (threadIds.length === 0) return new Set();
  await tx.manager.query(
    `UPDATE outgoing_mail SET state = 'superseded'
      WHERE thread_id = ANY($1) AND sequence IS NOT NULL AND state IN ('queued', 'retrying')`,
    [threadIds],
  );
  const left: { threadId: Id }[] = await tx.manager.query(
    `SELECT DISTINCT thread_id AS "threadId" FROM outgoing_mail
      WHERE thread_id = ANY($1) AND sequence IS NOT NULL AND state NOT IN ('superseded', 'failed')`,
    [threadIds],
  );
  return new Set(left.map((row) => row.threadId));
}
