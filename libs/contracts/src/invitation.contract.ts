import { z } from 'zod';
import { audiencePerson, audienceRule, audienceSums, reason, successors } from './audience.contract.js';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, localized, namedPerson, pageOf, pageQuery, paragraphs } from './fields.js';
import { operation } from './operation.contract.js';
import { questionValues, toldAnswer } from './question.contract.js';
import { seatLimit, seatWish } from './seating.contract.js';

export const answer = z.enum(['yes', 'no', 'maybe']);
export type AnswerValue = z.output<typeof answer>;
/** What stands as somebody's answer; `substitute`: a colleague comes instead. */
export const givenAnswer = z.enum([...answer.options, 'substitute']);
export type GivenAnswer = z.output<typeof givenAnswer>;
export const answerChannel = z.enum(['web', 'calendar', 'host', 'api', 'series', 'colleague']);
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

/** The same where the meeting's questions can be answered with it; null: what was answered before stays. */
const enteredAnswer = answerInput.extend({
  values: questionValues.nullable().default(null),
  seats: seatWish.nullable().default(null),
});

/** How an audience is asked. */
const invitationSettings = z.strictObject({
  successors: successors.default('on-the-day'),
  /** What happens with who comes to belong to the audience later: they are invited, or shown to the host. */
  newcomers: z.enum(['invite', 'show']).default('invite'),
  copyToDeputies: z.boolean().default(false),
});
export type InvitationSettings = z.output<typeof invitationSettings>;

/** Who is to be asked: a saved audience, or a rule composed for this meeting. */
const askedAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), audienceId: id }),
  z.strictObject({ kind: z.literal('rule'), rule: audienceRule }),
]);
export type AskedAudience = z.output<typeof askedAudience>;

export const asking = z.strictObject({
  audience: askedAudience,
  settings: invitationSettings.default({
    successors: 'on-the-day',
    newcomers: 'invite',
    copyToDeputies: false,
  }),
});
export type AskingInput = z.output<typeof asking>;

/** What sending would do for a person. */
const effect = z.enum(['invite', 'invite-again', 'add-reason', 'none', 'no-address']);

const invitationsPreview = audienceSums
  .extend({
    /** By name, at most 1000. */
    items: z.array(audiencePerson.extend({ effect })),
    invites: z.int(),
    addsReasons: z.int(),
    mails: z.object({ de: z.int(), en: z.int() }),
  })
  .meta({ id: 'InvitationsPreview' });
export type InvitationsPreviewDto = z.output<typeof invitationsPreview>;

const meetingAudience = z
  .object({
    id,
    audience: askedAudience,
    /** Of the saved audience. */
    name: localized(z.string()).nullable(),
    settings: invitationSettings,
    askedAt: instant,
    /** Who has come to belong to it since and is not invited. */
    newcomers: z.array(audiencePerson),
  })
  .meta({ id: 'MeetingAudience' });
export type MeetingAudienceDto = z.output<typeof meetingAudience>;

/** Whoever has not answered, or whoever's answer may be a machine's. */
const onlyThese = z.enum(['yes', 'no', 'waiting', 'silent', 'suspect']);

const invitation = z
  .object({
    id,
    person: namedPerson,
    /** Null where there is none, and where the reader may not see the person's details. */
    address: z.string().nullable(),
    /** Whether there is an address to write to. */
    reachable: z.boolean(),
    reasons: z.array(
      // Whom a deputy is asked for.
      reason.extend({ deputyFor: namedPerson.nullable() }),
    ),
    /** In whose place this person is asked. */
    inPlaceOf: namedPerson.nullable(),
    state: z.enum(['active', 'withdrawn']),
    answer: givenAnswer.nullable(),
    note: z.string().nullable(),
    channel: answerChannel.nullable(),
    answeredAt: instant.nullable(),
    /** Who has given the answer in the person's place, by naming them as a colleague. */
    enteredBy: namedPerson.nullable(),
    /** Yes or no within seconds of the mail's delivery: a scanner of links may have pressed the button. */
    suspect: z.boolean(),
    registration: registrationState.nullable(),
    /** 1 is next; null unless on the waiting list, and where a limit is exceeded. */
    placeInLine: z.int().nullable(),
    /** Waits for more seats than this limit has, so that there is no place in line until it is raised. */
    exceeds: z.object({ limit: seatLimit, most: z.int() }).nullable(),
    toConfirmAgain: z.boolean(),
    /** The person and companions; 0 without a registration. */
    seats: z.int(),
    /** Their names; empty where only their number is known. */
    companions: z.array(z.string()),
    /** The kind of seat. */
    contingent: z.object({ id, name: localized(z.string()) }).nullable(),
    /** Until when a freed seat is held. */
    offeredUntil: instant.nullable(),
    /** The host keeps a seat for this person. */
    reservedSeat: z.boolean(),
    /** Why the registration was cancelled though the invitation holds. */
    cause: z.enum(['refused', 'offer-lapsed', 'substitute']).nullable(),
    /** What the host said of the last decision. */
    decisionNote: z.string().nullable(),
    mail: z.string().nullable(),
    /** To the meeting's questions, but for what is sensitive. */
    answers: z.array(toldAnswer),
    /** What is required of whoever comes and was left open, by a host who entered the answer or a reply from a calendar. */
    open: z.array(z.object({ questionId: id, label: localized(z.string()) })),
    link: z.string(),
  })
  .meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof invitation>;
/** The reply to a change: without the link, since replies are kept for repeated calls and no token ever is. */
export const changedInvitation = invitation.omit({ link: true }).meta({ id: 'ChangedInvitation' });
export type ChangedInvitationDto = z.output<typeof changedInvitation>;

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
    summary: 'Who would be invited and why, counts, and which offices are vacant; sends nothing',
    params: byId,
    body: asking,
    response: invitationsPreview,
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
    body: asking,
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
    query: pageQuery.extend({ registration: registrationState.optional(), only: onlyThese.optional() }),
    response: pageOf(invitation),
  }),
  listMeetingAudiences: defineEndpoint({
    name: 'listMeetingAudiences',
    method: 'GET',
    path: '/meetings/:id/audiences',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'The audiences that were invited, and who has come to belong to them since',
    params: byId,
    response: z.object({ items: z.array(meetingAudience) }),
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
    body: enteredAnswer,
    response: changedInvitation,
  }),
  readSensitiveAnswers: defineEndpoint({
    name: 'readSensitiveAnswers',
    method: 'GET',
    path: '/meetings/:id/sensitive-answers',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'What people said of their diet and of what they need; that somebody looked is logged',
    params: byId,
    response: z.object({ items: z.array(z.object({ person: namedPerson, answers: z.array(toldAnswer) })) }),
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
