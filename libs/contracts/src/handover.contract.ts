import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  day,
  id,
  instant,
  localized,
  named,
  namedPerson,
  pageOf,
  pageQuery,
  wallClock,
  fileQuery,
} from './fields.js';
import { givenAnswer } from './invitation.contract.js';
import { role } from './session.contract.js';

const handoverDays = {
  /** The predecessor's last day; may have passed. */
  lastDay: day,
  /** The successor's first day; none: the day after. */
  firstDay: day.nullable().default(null),
};

const handoverInput = z.object({ successorId: id, ...handoverDays }).strict();

const handover = z
  .object({
    id,
    office: named,
    institution: named,
    predecessor: namedPerson,
    /** Null once it was called off. */
    successor: namedPerson.nullable(),
    lastDay: day,
    firstDay: day,
    startedAt: instant,
  })
  .meta({ id: 'Handover' });
export type HandoverDto = z.output<typeof handover>;

const concernedMeeting = z.object({
  id,
  title: localized(z.string()),
  startsLocal: wallClock,
  zone: z.string(),
});

const handoverPreview = z
  .object({
    office: named,
    predecessor: namedPerson,
    successor: namedPerson.nullable(),
    lastDay: day,
    firstDay: day,
    /** The days have come: what follows, follows at once. */
    isDue: z.boolean(),
    /** Open invitations of later meetings, by their beginning; only meetings that the caller may read. */
    invitations: z.array(
      z.object({
        meeting: concernedMeeting,
        answer: givenAnswer.nullable(),
        /** What the day will do: withdraw it, leave it to the host, or end this reason alone. */
        effect: z.enum(['withdraw', 'decide', 'end-reason']),
        /** Other reasons that keep it alive. */
        otherReasons: z.int(),
        isSuccessorInvited: z.boolean(),
      }),
    ),
    /** The same for meetings that the caller may not read. */
    hiddenInvitations: z.int(),
    /** Later meetings for which the person is the one to ask; they stay so until somebody else is named. */
    hostDuties: z.array(concernedMeeting),
    deputies: z.array(z.object({ rank: z.int(), person: namedPerson })),
    /** Roles that end with the mandate. */
    grantsLost: z.array(z.object({ role, institution: named })),
    mails: z.object({ withdrawals: z.int(), invitations: z.int() }),
  })
  .meta({ id: 'HandoverPreview' });
export type HandoverPreviewDto = z.output<typeof handoverPreview>;

export const decisionChoice = z.enum(['keep', 'replace', 'both']);
export type HandoverChoice = z.output<typeof decisionChoice>;
const decisionState = z.enum(['open', 'keep', 'replace', 'both']);
export type HandoverDecisionState = z.output<typeof decisionState>;

const handoverDecision = z
  .object({
    id,
    meeting: concernedMeeting,
    office: named,
    institution: named,
    predecessor: namedPerson,
    answer: givenAnswer.nullable(),
    /** Null: nobody holds the seat now. */
    successor: namedPerson.nullable(),
    state: decisionState,
    openedAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'HandoverDecision' });
export type HandoverDecisionDto = z.output<typeof handoverDecision>;

const vacantOffice = z
  .object({ office: named, institution: named, predecessor: namedPerson, since: instant })
  .meta({ id: 'VacantOffice' });
export type VacantOfficeDto = z.output<typeof vacantOffice>;

const tag = 'Handovers';

export const handoverEndpoints = {
  handOver: defineEndpoint({
    name: 'handOver',
    method: 'POST',
    path: '/mandates/:id/hand-over',
    tag,
    access: 'mandate.change',
    status: 201,
    summary: 'End a mandate and give its seat to the successor, also in the future or from a past day on',
    params: byId,
    body: handoverInput,
    response: handover,
  }),
  previewHandover: defineEndpoint({
    name: 'previewHandover',
    method: 'POST',
    path: '/mandates/:id/hand-over-preview',
    tag,
    access: 'mandate.change',
    status: 200,
    summary: 'What would follow from a handover; changes nothing',
    params: byId,
    body: handoverInput.extend({ successorId: id.nullable().default(null) }),
    response: handoverPreview,
  }),
  listHandovers: defineEndpoint({
    name: 'listHandovers',
    method: 'GET',
    path: '/handovers',
    tag,
    access: 'institution.read',
    status: 200,
    summary: 'Handovers to come, the next first',
    query: pageQuery.extend({ institutionId: id.optional() }),
    response: pageOf(handover),
  }),
  callOffHandover: defineEndpoint({
    name: 'callOffHandover',
    method: 'POST',
    path: '/handovers/:id/call-off',
    tag,
    access: 'mandate.change',
    status: 204,
    summary: 'Call a handover off before its day: the mandate goes on as before',
    params: byId,
  }),
  listHandoverDecisions: defineEndpoint({
    name: 'listHandoverDecisions',
    method: 'GET',
    path: '/handover-decisions',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Who has answered and left the office since, for the host to decide; the oldest first',
    query: pageQuery.extend({ meetingId: id.optional(), state: decisionState.optional() }),
    response: pageOf(handoverDecision),
  }),
  decideHandover: defineEndpoint({
    name: 'decideHandover',
    method: 'POST',
    path: '/handover-decisions/:id/decide',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'The predecessor stays, the successor comes instead, or both come',
    params: byId,
    body: z.object({ decision: decisionChoice }).strict(),
    response: handoverDecision,
  }),
  listVacantOffices: defineEndpoint({
    name: 'listVacantOffices',
    method: 'GET',
    path: '/meetings/:id/vacant-offices',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Offices that were asked and that nobody holds any more',
    params: byId,
    query: fileQuery,
    response: z.object({ items: z.array(vacantOffice) }),
  }),
};
