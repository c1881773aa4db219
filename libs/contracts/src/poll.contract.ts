import { z } from 'zod';
import {
  day,
  id,
  instant,
  line,
  localized,
  named,
  namedPerson,
  paragraphs,
  patchOf,
  version,
  wallClock,
  zone,
} from './fields.js';
import { asking } from './invitation.contract.js';
import { place } from './meeting.contract.js';

export const pollState = z.enum(['draft', 'open', 'closed', 'decided']);
export type PollState = z.output<typeof pollState>;
export const voteValue = z.enum(['yes', 'if-need-be', 'no']);
export type VoteValue = z.output<typeof voteValue>;

const MOST_OPTIONS = 50;
const length = z
  .int('validation.not-a-number')
  .min(5, 'validation.too-small')
  .max(31 * 24 * 60, 'validation.too-large');

const pollFields = z.strictObject({
  institutionId: id,
  title: localized(line(200)),
  description: localized(paragraphs(20_000)).nullable().default(null),
  zone: zone.default('Europe/Berlin'),
  /** From start to end by the wall clock; options without a time take whole days. */
  lengthMinutes: length.default(120),
  place: place.nullable().default(null),
  organiserId: id.nullable().default(null),
  /** Whom to ask. */
  asking,
  /** Until when votes count, a wall clock in `zone`. */
  deadlineLocal: wallClock,
  /** Participants see counts and coverage instead of each other's names. */
  hidesNames: z.boolean().default(false),
  /** The meeting that is to move to the date taken; null: a new one is made. */
  movesMeetingId: id.nullable().default(null),
  options: z
    .array(z.strictObject({ startsLocal: wallClock, allDay: z.boolean().default(false) }))
    .min(1, 'poll.no-options')
    .max(MOST_OPTIONS, 'poll.too-many-options'),
});

export const pollInput = pollFields.superRefine(refuseTimesOfWholeDays);
export type PollInput = z.output<typeof pollInput>;

/** Merge-patch (RFC 7396); `asking` and `options` are replaced whole. */
export const pollPatch = patchOf(pollFields.omit({ institutionId: true, movesMeetingId: true })).superRefine(
  refuseTimesOfWholeDays,
);
export type PollPatch = z.output<typeof pollPatch>;

function refuseTimesOfWholeDays(
  { options = [] }: { readonly options?: readonly { startsLocal: string; allDay: boolean }[] | undefined },
  context: z.RefinementCtx,
): void {
  for (const [index, { startsLocal, allDay }] of options.entries()) {
    if (allDay && !startsLocal.endsWith('T00:00')) {
      const path = ['options', index, 'allDay'];
      context.addIssue({ code: 'custom', path, message: 'meeting.all-day-has-no-time' });
    }
  }
}

/** What a participant sends: a value for every option. */
export const pollVotes = z.strictObject({
  votes: z.record(id, voteValue),
  note: paragraphs(2000).nullable().default(null),
});

const option = z.object({
  id,
  startsLocal: z.string(),
  /** Exclusive. */
  endsLocal: z.string(),
  allDay: z.boolean(),
});

const sums = {
  asked: z.int(),
  answered: z.int(),
};

export const poll = z
  .object({
    id,
    institution: named,
    title: localized(z.string()),
    description: localized(z.string()).nullable(),
    zone: z.string(),
    lengthMinutes: z.int(),
    place: place.nullable(),
    organiser: namedPerson.nullable(),
    asking,
    audienceName: localized(z.string()).nullable(),
    deadlineLocal: z.string(),
    deadlineAt: instant,
    hidesNames: z.boolean(),
    state: pollState,
    movesMeetingId: id.nullable(),
    meetingId: id.nullable(),
    takenOptionId: id.nullable(),
    decisionNote: z.string().nullable(),
    options: z.array(option),
    ...sums,
    version,
  })
  .meta({ id: 'Poll' });
export type PollDto = z.output<typeof poll>;

export const pollItem = z
  .object({
    id,
    institution: named,
    title: localized(z.string()),
    state: pollState,
    zone: z.string(),
    deadlineAt: instant,
    options: z.int(),
    firstLocal: z.string(),
    lastLocal: z.string(),
    meetingId: id.nullable(),
    ...sums,
  })
  .meta({ id: 'PollItem' });
export type PollItemDto = z.output<typeof pollItem>;

const counts = { yes: z.int(), ifNeedBe: z.int(), no: z.int() };

export const result = z
  .object({
    ...sums,
    options: z.array(
      option.extend({
        ...counts,
        /** Clusters for which somebody says yes, or yes or if need be. */
        clusters: z.object({ total: z.int(), yes: z.int(), possible: z.int() }),
      }),
    ),
    /** By option, the best that anybody asked for the cluster says; null: all are silent. */
    clusters: z.array(z.object({ institution: named, votes: z.record(z.string(), voteValue.nullable()) })),
    /** The option that most can make; null before the first vote. */
    bestId: id.nullable(),
  })
  .meta({ id: 'PollResult' });
export type PollResultDto = z.output<typeof result>;

export const participant = z
  .object({
    id,
    person: namedPerson,
    /** Whether there is an address to write to. */
    reachable: z.boolean(),
    institutions: z.array(named),
    answeredAt: instant.nullable(),
    note: z.string().nullable(),
    votes: z.record(z.string(), voteValue),
    reminders: z.int(),
    /** State of the latest mail. */
    mail: z.string().nullable(),
    link: z.string(),
  })
  .meta({ id: 'PollParticipant' });
export type PollParticipantDto = z.output<typeof participant>;

const mails = z.object({ de: z.int(), en: z.int() });
export const openPreview = z
  .object({
    people: z.int(),
    mails,
    /** Nobody can write to them; the host can hand them their link. */
    withoutAddress: z.array(namedPerson),
    clusters: z.array(z.object({ institution: named, people: z.int() })),
  })
  .meta({ id: 'PollOpenPreview' });
export type PollOpenPreviewDto = z.output<typeof openPreview>;

export const remindPreview = z
  .object({ mails, people: z.array(namedPerson) })
  .meta({ id: 'PollRemindPreview' });
export type PollRemindPreviewDto = z.output<typeof remindPreview>;

export const takePreview = z
  .object({
    startsLocal: z.string(),
    endsLocal: z.string(),
    /** Decision mails: one for everybody who was asked. */
    mails,
    /** Invitations to the new meeting. */
    invites: z.int(),
    /** Mails of the change, when a meeting moves. */
    changeMails: mails,
    withoutAddress: z.int(),
  })
  .meta({ id: 'PollTakePreview' });
export type PollTakePreviewDto = z.output<typeof takePreview>;

export const proposalInput = z
  .strictObject({
    institutionId: id,
    asking,
    zone: zone.default('Europe/Berlin'),
    /** Both inclusive, at most a year. */
    from: day,
    until: day,
    /** 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1, 'validation.required').max(7),
    /** `10:00`; null: all day. */
    time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'validation.not-a-time')
      .nullable(),
    count: z.int().min(1, 'validation.too-small').max(MOST_OPTIONS, 'poll.too-many-options').default(5),
  })
  .superRefine(({ from, until }, context) => {
    if (until < from) context.addIssue({ code: 'custom', path: ['until'], message: 'period.not-in-order' });
    if (Date.parse(until) - Date.parse(from) > 366 * 86_400_000) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'poll.span-too-long' });
    }
  });
export type PollProposalInput = z.output<typeof proposalInput>;

export const proposal = z
  .object({
    options: z.array(z.object({ startsLocal: z.string(), allDay: z.boolean() })),
    lands: z.array(z.string()),
    /** Days that were passed over, and why. */
    holidays: z.array(z.object({ on: z.string(), name: z.object({ de: z.string(), en: z.string() }) })),
    /** Named where the meeting is public. */
    taken: z.array(z.object({ on: z.string(), title: localized(z.string()).nullable() })),
  })
  .meta({ id: 'PollProposal' });
export type PollProposalDto = z.output<typeof proposal>;
