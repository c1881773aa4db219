import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { factOf, recordFacts, scheduleDueWork } from '#queue';
import { MailFailed } from '../facts.js';
import type { RenderedMail } from '../mail-renderer.js';
import type { OutgoingMail } from '../outgoing-mail.entity.js';
import { RetryMail } from './mail-jobs.js';
import { isOvertaken } from './overtaken.sql.js';
import type { SendResult } from './smtp.gateway.js';

const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720];

export interface MailResult {
  readonly mail: OutgoingMail;
  /** Null: it could not be rendered. */
  readonly rendered: RenderedMail | null;
  readonly result: SendResult | { readonly outcome: 'withheld' };
  readonly at: Temporal.Instant;
}

interface Waiting extends MailResult {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes down what came of mails, in small batches that form while the batch before is being written. Whoever waits
 * for `record` has at most its own mail unrecorded, so a crash repeats no more mails than are under way.
 */
export class MailResults {
  private readonly waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Resolves when the result is committed. */
  record(result: MailResult): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...result, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0);
      try {
        await this.unitOfWork.run((tx) => writeResults(tx, batch));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isWriting = false;
  }
}

async function writeResults(tx: Tx, results: readonly MailResult[]): Promise<void> {
  const rows = results.map(({ mail, result, at }) => {
    const isSent = result.outcome === 'sent';
    const code = 'code' in result ? result.code : null;
    return { id: mail.id, state: stateAfter(mail, result), sentAt: isSent ? at : null, code };
  });
  await tx.manager.query(
    `UPDATE outgoing_mail AS mail
        SET state = CASE WHEN given.state = 'retrying' AND ${isOvertaken('mail')} THEN 'superseded' ELSE given.state END,
            sent_at = given.sent_at, last_error = given.code, claimed_until = NULL
       FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) AS given (id, state, sent_at, code)
      WHERE mail.id = given.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ state }) => state),
      rows.map(({ sentAt }) => sentAt),
      rows.map(({ code }) => code),
    ],
  );
  await writeContents(tx, results);
  await tellFailures(tx, results);
  const retries = results.filter(({ mail, result }) => stateAfter(mail, result) === 'retrying');
  await scheduleDueWork(
    tx,
    RetryMail,
    retries.map(({ mail, at }) => ({ subjectId: mail.id, dueAt: nextTryAt(mail, at), payload: {} })),
  );
}

/** Who wrote the mails may have to do something else now. */
async function tellFailures(tx: Tx, results: readonly MailResult[]): Promise<void> {
  const failed = results.filter(({ mail, result }) => stateAfter(mail, result) === 'failed');
  await recordFacts(
    tx,
    failed.map(({ mail: { id: mailId, kind, threadId }, at }) =>
      factOf(MailFailed, { mailId, kind, threadId }, at),
    ),
  );
}

async function writeContents(tx: Tx, all: readonly MailResult[]): Promise<void> {
  const results = all.flatMap(({ rendered, ...rest }) => (rendered === null ? [] : [{ ...rest, rendered }]));
  if (results.length === 0) return;
  await tx.manager.query(
    `INSERT INTO outgoing_mail_content (mail_id, created_at, subject, text, html, calendar, response)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     ON CONFLICT ON CONSTRAINT pk_outgoing_mail_content DO UPDATE
        SET subject = excluded.subject, text = excluded.text, html = excluded.html, calendar = excluded.calendar,
            response = excluded.response`,
    [
      results.map(({ mail }) => mail.id),
      results.map(({ mail }) => mail.createdAt),
      results.map(({ rendered }) => rendered.subject),
      results.map(({ rendered }) => (rendered.isSecret ? '' : rendered.text)),
      results.map(({ rendered }) => (rendered.isSecret ? '' : rendered.html)),
      results.map(({ rendered }) => rendered.calendar?.content ?? null),
      results.map(({ result }) => ('response' in result ? result.response : null)),
    ],
  );
}

function stateAfter(mail: OutgoingMail, { outcome }: MailResult['result']): OutgoingMail['state'] {
  if (outcome !== 'retry') return outcome;
  return mail.attempts > RETRY_MINUTES.length ? 'failed' : 'retrying';
}

function nextTryAt(mail: OutgoingMail, at: Temporal.Instant): Temporal.Instant {
  return at.add({ minutes: RETRY_MINUTES[mail.attempts - 1] ?? 720 });
}
