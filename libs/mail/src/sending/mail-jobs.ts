import { defineDueWork, defineJob, defineQueue } from '#queue';

const mailQueue = defineQueue('mail', { concurrency: 2 });

/** Sends up to 50 mails that the relay has claimed. */
export const SendMails = defineJob<{ ids: readonly string[] }>('mail.send', {
  queue: mailQueue,
  attempts: 1,
});

/** The next try of one mail; the row's subject is the mail. */
export const RetryMail = defineDueWork<Record<never, never>>('mail.retry');

export const MAILS_PER_JOB = 50;
/** How long a claim lasts unless it is renewed. */
export const CLAIM_SECONDS = 30;
