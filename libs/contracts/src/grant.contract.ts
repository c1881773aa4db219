import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, day, id, localized, mailAddress, named, namedPerson, pageOf, pageQuery } from './fields.js';
import { role } from './session.contract.js';

const grant = z
  .object({
    id,
    /** Given by name, or following from an office. */
    source: z.enum(['named', 'mandate']),
    person: namedPerson,
    /** Whether the person can sign in at all. */
    signsIn: z.boolean(),
    role,
    institution: named.nullable(),
    meeting: z.object({ id, title: localized(z.string()) }).nullable(),
    office: localized(z.string()).nullable(),
    validFrom: day,
    validUntil: day.nullable(),
  })
  .meta({ id: 'Grant' });
export type GrantDto = z.output<typeof grant>;

const period = { personId: id, validFrom: day, validUntil: day.nullable().default(null) };
const inInstitution = z
  .object({ ...period, role: z.enum(['assistant', 'member', 'funder']), institutionId: id })
  .strict();
/** A host by name is one for a time, so the last day is needed. */
const forMeeting = z
  .object({ ...period, role: z.literal('meeting_host'), meetingId: id, validUntil: day })
  .strict();
const everywhere = z.object({ ...period, role: z.literal('owner') }).strict();
const grantInput = z.discriminatedUnion('role', [inInstitution, forMeeting, everywhere]);
export type GrantInput = z.output<typeof grantInput>;

const logins = z
  .object({
    /** What the person signs in with, oldest first. */
    addresses: z.array(z.string()),
  })
  .meta({ id: 'Logins' });

const tag = 'Rights';

export const grantEndpoints = {
  listGrants: defineEndpoint({
    name: 'listGrants',
    method: 'GET',
    path: '/grants',
    tag,
    access: 'grant.read',
    status: 200,
    summary: 'Who has which role, today or later, and why: given by name or by an office',
    query: pageQuery.extend({
      institutionId: id.optional(),
      meetingId: id.optional(),
      personId: id.optional(),
      role: role.optional(),
    }),
    response: pageOf(grant),
  }),
  getOwnRights: defineEndpoint({
    name: 'getOwnRights',
    method: 'GET',
    path: '/me/rights',
    tag,
    access: 'signed-in',
    status: 200,
    summary: 'Which roles I have, today or later, and why',
    response: z.object({ items: z.array(grant) }),
  }),
  giveGrant: defineEndpoint({
    name: 'giveGrant',
    method: 'POST',
    path: '/grants',
    tag,
    access: 'grant.change',
    status: 201,
    summary: 'Give a person a role by name: in an institution, for one meeting, or (owner) everywhere',
    body: grantInput,
    response: grant,
  }),
  endGrant: defineEndpoint({
    name: 'endGrant',
    method: 'POST',
    path: '/grants/:id/end',
    tag,
    access: 'grant.change',
    status: 200,
    summary: 'End a role given by name; the day given is its last',
    params: byId,
    body: z.object({ lastDay: day }).strict(),
    response: grant,
  }),
  getLogins: defineEndpoint({
    name: 'getLogins',
    method: 'GET',
    path: '/people/:id/logins',
    tag,
    access: 'login.give',
    status: 200,
    summary: 'What a person signs in with; empty: not at all',
    params: byId,
    response: logins,
  }),
  giveLogin: defineEndpoint({
    name: 'giveLogin',
    method: 'POST',
    path: '/people/:id/logins',
    tag,
    access: 'login.give',
    status: 201,
    summary: 'Let a person sign in with one of their addresses, and tell them by mail',
    params: byId,
    body: z.object({ address: mailAddress }).strict(),
    response: logins,
  }),
  withdrawLogin: defineEndpoint({
    name: 'withdrawLogin',
    method: 'POST',
    path: '/people/:id/logins/withdraw',
    tag,
    access: 'login.give',
    status: 200,
    summary:
      'A person no longer signs in with an address: their sessions end at once, with the last address their keys too',
    params: byId,
    body: z.object({ address: mailAddress }).strict(),
    response: logins,
  }),
};
