import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  id,
  instant,
  languageCode,
  line,
  localized,
  namedPerson,
  paragraphs,
  fileQuery,
} from './fields.js';
import { operation } from './operation.contract.js';

/** What somebody stands at, for whoever writes to them. */
const standing = z.enum(['confirmed', 'waiting', 'maybe', 'declined', 'silent']);
export type Standing = z.output<typeof standing>;

/** Those who stand at one of these and are asked for one of these clusters (empty: any), and single people besides. */
const recipients = z.strictObject({
  standings: z.array(standing).max(5).default([]),
  clusterIds: z.array(id).max(200).default([]),
  invitationIds: z.array(id).max(2000).default([]),
});
export type MessageRecipients = z.output<typeof recipients>;

export const messageInput = z.strictObject({
  recipients,
  subject: localized(line(150)),
  /** Markdown. */
  text: localized(paragraphs(10_000).pipe(z.string().min(1, 'validation.required'))),
});
export type MessageInput = z.output<typeof messageInput>;

const readMail = z.object({ subject: z.string(), text: z.string(), html: z.string() });

const messagePreview = z
  .object({
    /** By name, at most 1000. */
    people: z.array(
      z.object({ invitationId: id, person: namedPerson, language: languageCode, reachable: z.boolean() }),
    ),
    mails: z.object({ de: z.int(), en: z.int() }),
    unreachable: z.int(),
    /** Stands for exactly these people: sent along, nobody else is written to. */
    recipientsKey: z.string(),
    reads: z.object({ de: readMail, en: readMail }),
  })
  .meta({ id: 'MessagePreview' });
export type MessagePreviewDto = z.output<typeof messagePreview>;

const message = z
  .object({
    id,
    subject: localized(z.string()),
    text: localized(z.string()),
    writtenBy: namedPerson.nullable(),
    writtenAt: instant,
    /** Whom it went to, by name, and how far their mail is; null: it has not been written yet. */
    people: z.array(z.object({ person: namedPerson, mail: z.string().nullable() })),
  })
  .meta({ id: 'Message' });
export type MessageDto = z.output<typeof message>;

const tag = 'Invitations';

export const messageEndpoints = {
  previewMessage: defineEndpoint({
    name: 'previewMessage',
    method: 'POST',
    path: '/meetings/:id/messages/preview',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Whom a message would reach and how it reads in both languages; sends nothing',
    params: byId,
    body: messageInput,
    response: messagePreview,
  }),
  sendMessage: defineEndpoint({
    name: 'sendMessage',
    method: 'POST',
    path: '/meetings/:id/messages',
    tag,
    access: 'meeting.invite',
    status: 202,
    summary: 'Write to some of those invited, each in their language; nobody gets it twice',
    params: byId,
    body: messageInput.extend({ recipientsKey: z.string().max(64).nullable().default(null) }),
    response: operation,
  }),
  listMessages: defineEndpoint({
    name: 'listMessages',
    method: 'GET',
    path: '/meetings/:id/messages',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'The last 50 messages about a meeting, newest first, and who got them',
    params: byId,
    query: fileQuery,
    response: z.object({ items: z.array(message) }),
  }),
};
