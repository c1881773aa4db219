import { z } from 'zod';
import { agenda } from './agenda.contract.js';
import { defineEndpoint } from './endpoint.js';
import { checkMeeting } from './meeting-rules.js';
import { mailPlan, noMails } from './mail-plan.contract.js';
import { questions } from './question.contract.js';
import { ordinarySeating, seating } from './seating.contract.js';
import {
  byId,
  id,
  instant,
  land,
  line,
  localized,
  named,
  namedPerson,
  pageOf,
  pageQuery,
  paragraphs,
  patchOf,
  version,
  wallClock,
  webAddress,
  zone,
} from './fields.js';

export const visibility = z.enum(['public', 'unlisted', 'members', 'invited']);
export type Visibility = z.output<typeof visibility>;
export const meetingState = z.enum(['draft', 'published', 'cancelled']);
export type MeetingState = z.output<typeof meetingState>;

export const place = z
  .object({
    name: line(200).nullable().default(null),
    room: line(100).nullable().default(null),
    street: line(200).nullable().default(null),
    postcode: line(20).nullable().default(null),
    city: line(100).nullable().default(null),
    land: land.nullable().default(null),
    directions: localized(paragraphs(4000)).nullable().default(null),
    latitude: z
      .number()
      .min(-90, 'validation.too-small')
      .max(90, 'validation.too-large')
      .nullable()
      .default(null),
    longitude: z
      .number()
      .min(-180, 'validation.too-small')
      .max(180, 'validation.too-large')
      .nullable()
      .default(null),
  })
  .strict();
export type PlaceDto = z.output<typeof place>;

/** The fields that can be written one by one; the rules between them are in `meetingInput`. */
const meetingFields = z
  .object({
    institutionId: id,
    title: localized(line(200)),
    description: localized(paragraphs(20_000)).nullable().default(null),
    agenda: agenda.default([]),
    allDay: z.boolean().default(false),
    /** Wall clocks in `zone`. An all-day meeting starts at 00:00 and ends at 00:00 of the day after its last. */
    startsLocal: wallClock,
    endsLocal: wallClock,
    zone: zone.default('Europe/Berlin'),
    place: place.nullable().default(null),
    onlineUrl: webAddress.nullable().default(null),
    hostIds: z.array(id).max(20).default([]),
    organiserId: id.nullable().default(null),
    listingIds: z.array(id).max(200).default([]),
    capacity: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(100_000, 'validation.too-large')
      .nullable()
      .default(null),
    answerByLocal: wallClock.nullable().default(null),
    visibility: visibility.default('public'),
    questions: questions.default([]),
    /** Replaced as a whole. */
    mailPlan: mailPlan.default(noMails),
    /** Replaced as a whole. */
    seating: seating.default(ordinarySeating),
  })
  .strict();

export const meetingInput = meetingFields.superRefine(checkMeeting);
export type MeetingInput = z.output<typeof meetingInput>;

/** Merge-patch (RFC 7396): what is absent stays, the merged whole is checked as `meetingInput`. */
const meetingPatch = patchOf(meetingFields).extend({
  place: patchOf(place).nullable().optional(),
});

export const meeting = z
  .object({
    id,
    slug: z.string(),
    institution: named,
    title: localized(z.string()),
    description: localized(z.string()).nullable(),
    agenda,
    allDay: z.boolean(),
    startsLocal: z.string(),
    endsLocal: z.string(),
    zone: z.string(),
    startsAt: instant,
    endsAt: instant,
    place: place.nullable(),
    onlineUrl: z.string().nullable(),
    hosts: z.array(named),
    organiser: namedPerson.nullable(),
    listings: z.array(named),
    /** The series that it is a date of. */
    series: named.extend({ slug: z.string() }).nullable(),
    capacity: z.int().nullable(),
    answerByLocal: z.string().nullable(),
    visibility,
    questions,
    mailPlan,
    seating,
    state: meetingState,
    revision: z.int(),
    version,
    publishedAt: instant.nullable(),
    cancelledAt: instant.nullable(),
  })
  .meta({ id: 'Meeting' });
export type MeetingDto = z.output<typeof meeting>;

const meetingItem = z
  .object({
    id,
    slug: z.string(),
    title: localized(z.string()),
    allDay: z.boolean(),
    startsLocal: z.string(),
    endsLocal: z.string(),
    zone: z.string(),
    city: z.string().nullable(),
    online: z.boolean(),
    hosts: z.array(named),
    state: meetingState,
    capacity: z.int().nullable(),
    invited: z.int(),
    answered: z.int(),
    confirmed: z.int(),
    waitlisted: z.int(),
    /** People who come, and who wait, companions among them. */
    people: z.object({ confirmed: z.int(), waitlisted: z.int() }),
    /** Seats held, with companions and open offers. */
    seats: z.int(),
    clusters: z.object({ answered: z.int(), total: z.int() }),
  })
  .meta({ id: 'MeetingItem' });
export type MeetingItemDto = z.output<typeof meetingItem>;

/** Whom a change or a cancellation reaches, before anything leaves the house. */
const reach = z
  .object({
    /** What differs, as the mail will say it; empty for a cancellation. */
    changes: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    /** Whether those who answered are asked again (day or time changed, and answers are not kept). */
    asksAgain: z.boolean(),
    confirmed: z.int(),
    waitlisted: z.int(),
    maybe: z.int(),
    declined: z.int(),
    silent: z.int(),
    mails: z.object({ de: z.int(), en: z.int() }),
  })
  .meta({ id: 'Reach' });
export type ReachDto = z.output<typeof reach>;

const answersKept = z.object({ keepAnswers: z.stringbool().default(false) });
const changeQuery = answersKept.extend({
  /** The capacity may be below what is taken: everybody keeps the seat, nobody new gets one before there is room. */
  keepSeats: z.stringbool().default(false),
});
const tag = 'Meetings';

export const meetingEndpoints = {
  listMeetings: defineEndpoint({
    name: 'listMeetings',
    method: 'GET',
    path: '/meetings',
    tag,
    access: 'meeting.read',
    status: 200,
    summary: 'Meetings: the coming ones by day, or the past ones, latest first',
    query: pageQuery.extend({
      when: z.enum(['coming', 'past']).default('coming'),
      state: meetingState.optional(),
    }),
    response: pageOf(meetingItem),
  }),
  getMeeting: defineEndpoint({
    name: 'getMeeting',
    method: 'GET',
    path: '/meetings/:id',
    tag,
    access: 'meeting.read',
    status: 200,
    versioned: true,
    summary: 'One meeting',
    params: byId,
    response: meeting,
  }),
  createMeeting: defineEndpoint({
    name: 'createMeeting',
    method: 'POST',
    path: '/meetings',
    tag,
    access: 'meeting.create',
    status: 201,
    versioned: true,
    summary: 'Add a meeting as a draft',
    body: meetingInput,
    response: meeting,
  }),
  changeMeeting: defineEndpoint({
    name: 'changeMeeting',
    method: 'PATCH',
    path: '/meetings/:id',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Change a meeting (merge-patch); tells those who are invited once it is published',
    params: byId,
    query: changeQuery,
    body: meetingPatch,
    response: meeting,
  }),
  previewChange: defineEndpoint({
    name: 'previewChange',
    method: 'POST',
    path: '/meetings/:id/change-preview',
    tag,
    access: 'meeting.change',
    status: 200,
    summary: 'What a change would say and whom it would reach; changes nothing',
    params: byId,
    query: answersKept,
    body: meetingPatch,
    response: reach,
  }),
  publishMeeting: defineEndpoint({
    name: 'publishMeeting',
    method: 'POST',
    path: '/meetings/:id/publish',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Publish a draft: it appears on pages and in feeds as its visibility says',
    params: byId,
    response: meeting,
  }),
  previewCancellation: defineEndpoint({
    name: 'previewCancellation',
    method: 'POST',
    path: '/meetings/:id/cancel-preview',
    tag,
    access: 'meeting.change',
    status: 200,
    summary: 'Whom a cancellation would reach; changes nothing',
    params: byId,
    response: reach,
  }),
  cancelMeeting: defineEndpoint({
    name: 'cancelMeeting',
    method: 'POST',
    path: '/meetings/:id/cancel',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Cancel a meeting and tell everybody who was invited',
    params: byId,
    body: z.object({ note: line(500).nullable().default(null) }).strict(),
    response: meeting,
  }),
};
