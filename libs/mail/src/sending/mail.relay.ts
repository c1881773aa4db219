import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { JobQueue, jobOf, RowRelay } from '#queue';
import type { Collected } from '#queue';
import { MAIL_CHANNEL } from '../mail-channel.js';
import { CLAIM_SECONDS, MAILS_PER_JOB, SendMails } from './mail-jobs.js';
import { isOvertaken } from './overtaken.sql.js';

const MAILS_PER_TRANSACTION = 500;

/**
 * Brings queued mails to the queue, and mails whose sender has died back to it. Mails of one thread go out one after
 * another: a younger one waits until the older has left or been given up. It does not wait for a retry that will give
 * the older one up: whoever wrote the younger one cannot supersede an older that was refused at the same moment.
 */
@Injectable()
export class MailRelay extends RowRelay {
  readonly channel = MAIL_CHANNEL;
  readonly sweepEveryMs = 5000;

  constructor(
    unitOfWork: UnitOfWork,
    jobs: JobQueue,
    private readonly clock: Clock,
  ) {
    super(unitOfWork, jobs);
  }

  protected async collect(tx: Tx): Promise<Collected> {
    const now = this.clock.now();
    const [claimed]: [{ id: Id }[]] = await tx.manager.query(
      `UPDATE outgoing_mail SET state = 'queued', claimed_until = $2
        WHERE id IN (
          SELECT id FROM outgoing_mail AS mail
           WHERE state IN ('queued', 'sending') AND (claimed_until IS NULL OR claimed_until < $1)
             AND NOT EXISTS (SELECT FROM outgoing_mail AS older
                              WHERE older.thread_id = mail.thread_id AND older.id < mail.id
                                AND older.state IN ('queued', 'sending', 'retrying')
                                AND NOT (older.state = 'retrying' AND ${isOvertaken('older')}))
           ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, now.add({ seconds: CLAIM_SECONDS }), MAILS_PER_TRANSACTION],
    );
    const ids = claimed.map(({ id }) => id).toSorted();
    return { rows: ids.length, jobs: chunks(ids).map((part) => jobOf(SendMails, { ids: part })) };
  }
}

function chunks(ids: readonly Id[]): readonly (readonly Id[])[] {
  const count = Math.ceil(ids.length / MAILS_PER_JOB);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * MAILS_PER_JOB, (index + 1) * MAILS_PER_JOB),
  );
}
