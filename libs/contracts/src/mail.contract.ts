import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, languageCode, pageOf, pageQuery } from './fields.js';

export const mailState = z.enum([
  'queued',
  'sending',
  'sent',
  'retrying',
  'failed',
  'bounced',
  'withheld',
  'superseded',
]);
export type MailState = z.output<typeof mailState>;

const mailItem = z
  .object({
    id,
    kind: z.string(),
    state: mailState,
    /** A name; for a mailbox its address; empty where neither may be seen. */
    recipient: z.string(),
    /** Null where the reader may not see the person's details; it is then left out of the wording, too. */
    address: z.string().nullable(),
    language: languageCode,
    subject: z.string().nullable(),
    meetingId: id.nullable(),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: instant,
    sentAt: instant.nullable(),
  })
  .meta({ id: 'MailItem' });
export type MailItemDto = z.output<typeof mailItem>;

const mailDetail = mailItem
  .extend({
    subject: z.string(),
    /** Both are empty for a mail that signs somebody in: nothing of it is kept. */
    text: z.string(),
    html: z.string(),
    calendar: z.string().nullable(),
    messageId: z.string(),
    response: z.string().nullable(),
  })
  .meta({ id: 'Mail' });
export type MailDetailDto = z.output<typeof mailDetail>;

const tag = 'Mail';

export const mailEndpoints = {
  listMails: defineEndpoint({
    name: 'listMails',
    method: 'GET',
    path: '/mails',
    tag,
    access: 'mail.read',
    status: 200,
    summary: 'The mail log, latest first',
    query: pageQuery.extend({ meetingId: id.optional(), state: mailState.optional() }),
    response: pageOf(mailItem),
  }),
  getMail: defineEndpoint({
    name: 'getMail',
    method: 'GET',
    path: '/mails/:id',
    tag,
    access: 'mail.read',
    status: 200,
    summary: 'One mail as it was sent, or as it would be sent now',
    params: byId,
    response: mailDetail,
  }),
};
