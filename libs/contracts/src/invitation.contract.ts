import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  id,
  instant,
  languageCode,
  localized,
  named,
  namedPerson,
  pageOf,
  pageQuery,
  paragraphs,
} from './fields.js';
import { officeKind } from './office.contract.js';
import { operation } from './operation.contract.js';

export const answer = z.enum(['yes', 'no', 'maybe']);
export type AnswerValue = z.output<typeof answer>;
export const answerChannel = z.enum(['web', 'calendar', 'host', 'api']);
export type AnswerChannel = z.output<typeof answerChannel>;
export const registrationState = z.enum([
  'confirmed',
  'waitlisted',
  'offered',
  'awaiting_approval',
  'tentative',
  'declined',
  'cancelled',
]);
export type RegistrationState = z.output<typeof registrationState>;

/** What a person answers, on every channel. */
export const answerInput = z.object({ answer, note: paragraphs(2000).nullable().default(null) }).strict();

/** Who is to be asked. More kinds of audience come with saved ones. */
export const audience = z
  .object({
    kind: z.literal('office-holders'),
    networkId: id,
    officeKind: officeKind.default('cluster_manager'),
  })
  .strict();
export type AudienceDto = z.output<typeof audience>;

const previewPerson = z.object({
  personId: id,
  name: z.string(),
  address: z.string().nullable(),
  language: languageCode,
  /** What sending would do for this person. */
  effect: z.enum(['invite', 'invite-again', 'add-reason', 'none', 'no-address']),
});

const audiencePreview = z
  .object({
    institutions: z.array(
      z.object({
        institution: named,
        office: named,
        vacantSeats: z.int(),
        holders: z.array(previewPerson),
      }),
    ),
    /** Clusters of the network that have no such office at all. */
    withoutOffice: z.array(named),
    /** Each person once, however many offices. */
    people: z.int(),
    invites: z.int(),
    addsReasons: z.int(),
    vacant: z.int(),
    mails: z.object({ de: z.int(), en: z.int() }),
  })
  .meta({ id: 'AudiencePreview' });
export type AudiencePreviewDto = z.output<typeof audiencePreview>;

const reason = z.object({
  kind: z.enum(['office', 'committee', 'membership', 'named']),
  institution: named.nullable(),
  office: localized(z.string()).nullable(),
  /** Asked as deputy of the office, in place of this person. */
  deputyFor: namedPerson.nullable(),
});

const invitation = z
  .object({
    id,
    person: namedPerson,
    address: z.string().nullable(),
    reasons: z.array(reason),
    state: z.enum(['active', 'withdrawn']),
    answer: answer.nullable(),
    note: z.string().nullable(),
    channel: answerChannel.nullable(),
    answeredAt: instant.nullable(),
    registration: registrationState.nullable(),
    /** 1 is next; null unless on the waiting list. */
    placeInLine: z.int().nullable(),
    toConfirmAgain: z.boolean(),
    mail: z.string().nullable(),
    link: z.string(),
  })
  .meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof invitation>;
/** The reply to a change: without the link, since replies are kept for repeated calls and no token ever is. */
const changedInvitation = invitation.omit({ link: true }).meta({ id: 'ChangedInvitation' });
export type ChangedInvitationDto = z.output<typeof changedInvitation>;

const answersSummary = z
  .object({
    invited: z.int(),
    yes: z.int(),
    no: z.int(),
    maybe: z.int(),
    silent: z.int(),
    confirmed: z.int(),
    waitlisted: z.int(),
    capacity: z.int().nullable(),
    clusters: z.object({
      total: z.int(),
      answered: z.int(),
      /** With at least one confirmed person. */
      represented: z.int(),
      items: z.array(
        z.object({
          institution: named,
          confirmed: z.int(),
          waitlisted: z.int(),
          maybe: z.int(),
          declined: z.int(),
          silent: z.int(),
        }),
      ),
    }),
  })
  .meta({ id: 'AnswersSummary' });
export type AnswersSummaryDto = z.output<typeof answersSummary>;

const deputiesAsked = z
  .object({
    asked: z.int(),
    /** A deputy was asked before and may still answer. */
    askedBefore: z.int(),
    /** Offices without a deputy who can be reached. */
    nobody: z.int(),
  })
  .meta({ id: 'DeputiesAsked' });
export type DeputiesAskedDto = z.output<typeof deputiesAsked>;

const tag = 'Invitations';

export const invitationEndpoints = {
  previewInvitations: defineEndpoint({
    name: 'previewInvitations',
    method: 'POST',
    path: '/meetings/:id/invitations/preview',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Who would be invited, per cluster, and which offices are vacant; sends nothing',
    params: byId,
    body: z.object({ audience }).strict(),
    response: audiencePreview,
  }),
  sendInvitations: defineEndpoint({
    name: 'sendInvitations',
    method: 'POST',
    path: '/meetings/:id/invitations',
    tag,
    access: 'meeting.invite',
    status: 202,
    summary: 'Invite an audience; who is invited already keeps the invitation and gains the new reasons',
    params: byId,
    body: z.object({ audience }).strict(),
    response: operation,
  }),
  listInvitations: defineEndpoint({
    name: 'listInvitations',
    method: 'GET',
    path: '/meetings/:id/invitations',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Who is invited and what they answered, by family name',
    params: byId,
    query: pageQuery,
    response: pageOf(invitation),
  }),
  getAnswers: defineEndpoint({
    name: 'getAnswers',
    method: 'GET',
    path: '/meetings/:id/answers',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Counts of answers, seats and clusters',
    params: byId,
    response: answersSummary,
  }),
  answerForGuest: defineEndpoint({
    name: 'answerForGuest',
    method: 'POST',
    path: '/invitations/:id/answer',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Enter an answer that reached the host by telephone or in person',
    params: byId,
    body: answerInput,
    response: changedInvitation,
  }),
  askDeputy: defineEndpoint({
    name: 'askDeputy',
    method: 'POST',
    path: '/invitations/:id/ask-deputy',
    tag,
    access: 'meeting.invite',
    status: 204,
    summary: 'Invite the deputy of somebody who is silent or cannot be reached',
    params: byId,
  }),
  askDeputies: defineEndpoint({
    name: 'askDeputies',
    method: 'POST',
    path: '/meetings/:id/ask-deputies',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Invite the deputies of everybody who is silent or cannot be reached; nobody is asked twice',
    params: byId,
    response: deputiesAsked,
  }),
  withdrawInvitation: defineEndpoint({
    name: 'withdrawInvitation',
    method: 'POST',
    path: '/invitations/:id/withdraw',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Withdraw one person’s invitation and remove it from their calendar',
    params: byId,
    response: changedInvitation,
  }),
};
