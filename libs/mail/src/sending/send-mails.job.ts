import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { HandlesJob, wakeAfterCommit } from '#queue';
import type { JobHandler } from '#queue';
import { MAIL_CHANNEL } from '../mail-channel.js';
import type { RenderedMail } from '../mail-renderer.js';
import { MailRenderers } from '../mail-renderers.js';
import { OutgoingMail } from '../outgoing-mail.entity.js';
import { CLAIM_SECONDS, LANES_PER_JOB, SendMails } from './mail-jobs.js';
import { MailResults } from './mail-results.js';
import type { MailResult } from './mail-results.js';
import { SmtpGateway } from './smtp.gateway.js';

const RENEW_EVERY_MS = (CLAIM_SECONDS * 1000) / 3;

interface ReadyMail {
  readonly mail: OutgoingMail;
  readonly rendered: RenderedMail | null;
}

/**
 * Sends mails: claims their rows, renders them together, hands them to the server a few at a time and writes down
 * what it said. May run twice: what another has claimed or sent is left alone.
 */
@Injectable()
@HandlesJob(SendMails)
export class SendMailsJob implements JobHandler<{ ids: readonly string[] }> {
  private readonly logger = new Logger(SendMailsJob.name);
  private readonly results: MailResults;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly renderers: MailRenderers,
    private readonly smtp: SmtpGateway,
  ) {
    this.results = new MailResults(unitOfWork);
  }

  async handle({ ids }: { ids: readonly string[] }): Promise<void> {
    const mails = await this.claim(ids);
    if (mails.length === 0) return;
    const renewal = setInterval(() => void this.renew(mails), RENEW_EVERY_MS);
    try {
      await this.sendAll(await this.render(mails));
    } finally {
      clearInterval(renewal);
    }
    // A younger mail of the same thread may have waited for one of these.
    await this.unitOfWork.run(async (tx) => wakeAfterCommit(tx, MAIL_CHANNEL));
  }

  private async claim(ids: readonly Id[]): Promise<readonly OutgoingMail[]> {
    const claimedUntil = this.clock.now().add({ seconds: CLAIM_SECONDS });
    return this.unitOfWork.run(async (tx) => {
      const [claimed]: [{ id: Id }[]] = await tx.manager.query(
        `UPDATE outgoing_mail SET state = 'sending', claimed_until = $2, attempts = attempts + 1
          WHERE id IN (SELECT id FROM outgoing_mail WHERE id = ANY($1) AND state = 'queued'
                        ORDER BY id FOR UPDATE SKIP LOCKED)
         RETURNING id`,
        [ids, claimedUntil],
      );
      return tx.manager
        .createQueryBuilder(OutgoingMail, 'mail')
        .where('mail.id = ANY(:ids)', { ids: claimed.map(({ id }) => id) })
        .orderBy('mail.id')
        .getMany();
    });
  }

  /** Mails with what they say; null where that could not be made. What is not worth sending any more is given up. */
  private async render(mails: readonly OutgoingMail[]): Promise<readonly ReadyMail[]> {
    try {
      const rendered = await this.renderers.render(this.unitOfWork.reader, mails);
      await this.giveUp(mails.filter(({ id }) => !rendered.has(id)));
      return mails.flatMap((mail) => {
        const made = rendered.get(mail.id);
        return made === undefined ? [] : [{ mail, rendered: made }];
      });
    } catch (error) {
      const [only] = mails;
      // One that cannot be rendered must not hold up those it came with.
      if (mails.length > 1) return (await Promise.all(mails.map((mail) => this.render([mail])))).flat();
      this.logger.error(error, `mail ${only?.id} of kind ${only?.kind} cannot be rendered`);
      return mails.map((mail) => ({ mail, rendered: null }));
    }
  }

  private async sendAll(ready: readonly ReadyMail[]): Promise<void> {
    const queue = [...ready];
    const lane = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const result = await this.send(next);
        await this.results.record({ ...next, result, at: this.clock.now() });
      }
    };
    await Promise.all(Array.from({ length: LANES_PER_JOB }, lane));
  }

  private async send({ mail, rendered }: ReadyMail): Promise<MailResult['result']> {
    if (rendered === null) return { outcome: 'retry', response: '', code: 'rendering' };
    return this.smtp.isOpen ? this.smtp.send(mail, rendered) : { outcome: 'withheld' };
  }

  private async giveUp(mails: readonly OutgoingMail[]): Promise<void> {
    if (mails.length === 0) return;
    await this.unitOfWork.run((tx) =>
      tx.manager.query(
        `UPDATE outgoing_mail SET state = 'superseded', claimed_until = NULL WHERE id = ANY($1)`,
        [mails.map(({ id }) => id)],
      ),
    );
  }

  private async renew(mails: readonly OutgoingMail[]): Promise<void> {
    try {
      await this.unitOfWork.reader.manager.query(
        `UPDATE outgoing_mail SET claimed_until = $2 WHERE id = ANY($1) AND state = 'sending'`,
        [mails.map(({ id }) => id), this.clock.now().add({ seconds: CLAIM_SECONDS })],
      );
    } catch (error) {
      this.logger.warn(error, 'a claim on mails could not be renewed');
    }
  }
}
