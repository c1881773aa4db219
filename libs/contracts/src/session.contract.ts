import { z } from 'zod';
import { actions, reaches } from './action.js';
import { defineEndpoint } from './endpoint.js';
import { id, languageCode, mailAddress } from './fields.js';
import { personName } from './person.contract.js';

const secret = z.string().regex(/^[a-z2-7]{32}$/, 'validation.not-a-token');

/** What somebody may be: in an institution, for one meeting, or (owner) in the whole instance. */
export const role = z.enum([
  'owner',
  'network_coordinator',
  'cluster_manager',
  'organisation_manager',
  'assistant',
  'meeting_host',
  'funder',
  'member',
]);
export type Role = z.output<typeof role>;

const me = z
  .object({
    personId: id,
    name: z.string(),
    address: z.string(),
    language: languageCode,
    /** With what each allows, and the institutions that this reaches: enough to show only what may be done. */
    roles: z.array(
      z.object({
        role,
        institutionId: id.nullable(),
        meetingId: id.nullable(),
        own: z.array(id),
        beneath: z.array(id),
        rights: z.array(z.object({ action: z.enum(actions), reach: z.enum(reaches) })),
      }),
    ),
  })
  .meta({ id: 'Me' });
export type MeDto = z.output<typeof me>;

const setupInput = personName
  .extend({
    token: secret,
    address: mailAddress,
    /** Also load the sample network „Mitteldeutschland“. */
    sampleNetwork: z.boolean().default(false),
  })
  .strict();
export type SetupInput = z.output<typeof setupInput>;

const instance = z
  .object({
    version: z.string(),
    publicUrl: z.string(),
    /** Whether an owner exists. */
    setUp: z.boolean(),
    /** Whether mails leave the house; if not, they are kept and marked not sent. */
    sendsMail: z.boolean(),
    inbound: z.enum(['off', 'smtp', 'imap']),
  })
  .meta({ id: 'Instance' });
export type InstanceDto = z.output<typeof instance>;

const tag = 'Session';

export const sessionEndpoints = {
  getInstance: defineEndpoint({
    name: 'getInstance',
    method: 'GET',
    path: '/instance',
    tag,
    access: 'public',
    status: 200,
    summary: 'What this installation can do',
    response: instance,
  }),
  checkSetup: defineEndpoint({
    name: 'checkSetup',
    method: 'POST',
    path: '/setup/check',
    tag,
    access: 'public',
    status: 200,
    summary: 'Whether a set-up link is still good',
    body: z.object({ token: secret }).strict(),
    response: z.object({ open: z.boolean() }),
  }),
  setUp: defineEndpoint({
    name: 'setUp',
    method: 'POST',
    path: '/setup',
    tag,
    access: 'public',
    status: 201,
    summary: 'Create the owner with the one-time set-up link; signs in',
    body: setupInput,
    response: me,
  }),
  askSignIn: defineEndpoint({
    name: 'askSignIn',
    method: 'POST',
    path: '/sign-in',
    tag,
    access: 'public',
    status: 202,
    summary: 'Ask for a sign-in mail; the same reply whether or not the address is known',
    body: z.object({ address: mailAddress }).strict(),
    response: z.object({ minutes: z.int() }),
  }),
  completeSignIn: defineEndpoint({
    name: 'completeSignIn',
    method: 'POST',
    path: '/sign-in/complete',
    tag,
    access: 'public',
    status: 200,
    summary: 'Sign in by the link or the code of the mail, only in the browser that asked',
    body: z.union([
      z.object({ token: secret }).strict(),
      z.object({ code: z.string().regex(/^\d{6}$/, 'validation.not-a-code') }).strict(),
    ]),
    response: me,
  }),
  getSession: defineEndpoint({
    name: 'getSession',
    method: 'GET',
    path: '/session',
    tag,
    access: 'signed-in',
    status: 200,
    summary: 'Who I am',
    response: me,
  }),
  signOut: defineEndpoint({
    name: 'signOut',
    method: 'DELETE',
    path: '/session',
    tag,
    access: 'public',
    status: 204,
    summary: 'Sign out of this browser',
  }),
};
