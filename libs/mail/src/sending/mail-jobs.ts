import { defineDueWork, defineJob, defineQueue } from '#queue';

const JOBS_AT_A_TIME = 2;
/** Mails of one job that are handed over, or written down as sent, at a time. */
export const LANES_PER_JOB = 5;
/** Mails under way in one worker: as many at most does a crash send twice. */
export const MAILS_UNDER_WAY = JOBS_AT_A_TIME * LANES_PER_JOB;

const mailQueue = defineQueue('mail', { concurrency: JOBS_AT_A_TIME });

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
