import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { agenda } from './agenda.contract.js';
import {
  byId,
  id,
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
import { asking } from './invitation.contract.js';
import { mailPlan, noMails } from './mail-plan.contract.js';
import { place, visibility } from './meeting.contract.js';
import { questions } from './question.contract.js';
import { ordinarySeating, seating } from './seating.contract.js';

/** When the meetings of a series are: by an RFC 5545 rule from the first date on, or picked by hand. */
export const dateRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rrule'),
    /** The first date, a wall clock. */
    startsLocal: wallClock,
    /** `FREQ=MONTHLY;BYDAY=1TH`, without DTSTART. */
    rrule: line(500),
    /** Dates that the rule gives and that are left out. */
    except: z.array(wallClock).max(400).default([]),
  }),
  z.strictObject({
    kind: z.literal('picked'),
    dates: z.array(wallClock).min(1, 'validation.required').max(400),
  }),
]);
export type DateRuleDto = z.output<typeof dateRule>;

export const seriesState = z.enum(['draft', 'active', 'paused', 'ended']);
export type SeriesState = z.output<typeof seriesState>;

/** What happens with a date on a public holiday of one of the audience's Länder. */
export const holidayPolicy = z.enum(['keep', 'move', 'skip', 'ask']);
export type HolidayPolicy = z.output<typeof holidayPolicy>;

/** What every meeting of the series starts out with. `{number}`, `{year}` and `{host}` stand for the date's own. */
const templateFields = z
  .object({
    title: localized(line(200)),
    description: localized(paragraphs(20_000)).nullable().default(null),
    agenda: agenda.default([]),
    place: place.nullable().default(null),
    onlineUrl: webAddress.nullable().default(null),
    organiserId: id.nullable().default(null),
    listingIds: z.array(id).max(200).default([]),
    capacity: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(100_000, 'validation.too-large')
      .nullable()
      .default(null),
    visibility: visibility.default('public'),
    questions: questions.default([]),
    /** Replaced as a whole. */
    mailPlan: mailPlan.default(noMails),
    /** Replaced as a whole. */
    seating: seating.default(ordinarySeating),
  })
  .strict();
export type SeriesTemplate = z.output<typeof templateFields>;

const days = (most: number) =>
  z.int('validation.not-a-number').min(0, 'validation.too-small').max(most, 'validation.too-large');

/** From start to end by the wall clock; for all-day meetings whole days. */
export const lengthMinutes = z
  .int('validation.not-a-number')
  .min(5, 'validation.too-small')
  .max(31 * 24 * 60, 'validation.too-large')
  .default(120);

const seriesFields = z
  .object({
    institutionId: id,
    name: localized(line(200)),
    description: localized(paragraphs(20_000)).nullable().default(null),
    zone: zone.default('Europe/Berlin'),
    rule: dateRule,
    allDay: z.boolean().default(false),
    lengthMinutes,
    template: templateFields,
    /** Who is invited to every date; null: nobody by itself. */
    asking: asking.nullable().default(null),
    /** So many days before the date its invitations are due. */
    inviteLeadDays: days(730).default(42),
    /** So many days before the date the audience is asked to keep it free; null: not before the invitation. */
    saveTheDateLeadDays: days(1095).nullable().default(null),
    /** Whether they are then sent, or wait for the host's nod. */
    sending: z.enum(['by-itself', 'after-nod']).default('by-itself'),
    /** So many days before the date answers are due, at the end of that day; null: until it begins. */
    answerByLeadDays: days(365).nullable().default(7),
    holidays: holidayPolicy.default('keep'),
    /** Meetings are made so many months ahead. */
    windowMonths: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(36, 'validation.too-large')
      .default(12),
    /** The first date's number. */
    firstNumber: z
      .int('validation.not-a-number')
      .min(1, 'validation.too-small')
      .max(10_000, 'validation.too-large')
      .default(1),
  })
  .strict();

export const seriesInput = seriesFields.superRefine((series, context) => {
  const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  const first = series.rule.kind === 'rrule' ? [series.rule.startsLocal] : series.rule.dates;
  if (series.allDay && first.some((date) => !date.endsWith('T00:00'))) {
    refuse(['allDay'], 'meeting.all-day-has-no-time');
  }
  if (series.allDay && series.lengthMinutes % (24 * 60) !== 0) {
    refuse(['lengthMinutes'], 'series.whole-days');
  }
  if (series.answerByLeadDays !== null && series.answerByLeadDays > series.inviteLeadDays) {
    refuse(['answerByLeadDays'], 'series.answer-by-before-invitation');
  }
  if (series.saveTheDateLeadDays !== null && series.saveTheDateLeadDays <= series.inviteLeadDays) {
    refuse(['saveTheDateLeadDays'], 'series.save-the-date-after-invitation');
  }
});
export type SeriesInput = z.output<typeof seriesInput>;

/** Merge-patch (RFC 7396); `template` is merged field by field, `rule` and `asking` are replaced whole. */
export const seriesPatch = patchOf(seriesFields.omit({ institutionId: true })).extend({
  template: patchOf(templateFields).optional(),
});
export type SeriesPatch = z.output<typeof seriesPatch>;

/** The rule as people say it. */
export const ruleInWords = z.object({ de: z.string(), en: z.string() });

export const series = z
  .object({
    id,
    slug: z.string(),
    institution: named,
    name: localized(z.string()),
    description: localized(z.string()).nullable(),
    zone: z.string(),
    rule: dateRule,
    ruleWords: ruleInWords,
    allDay: z.boolean(),
    lengthMinutes: z.int(),
    template: templateFields,
    organiser: namedPerson.nullable(),
    listings: z.array(named),
    asking: asking.nullable(),
    audienceName: localized(z.string()).nullable(),
    inviteLeadDays: z.int(),
    saveTheDateLeadDays: z.int().nullable(),
    sending: z.enum(['by-itself', 'after-nod']),
    answerByLeadDays: z.int().nullable(),
    holidays: holidayPolicy,
    windowMonths: z.int(),
    firstNumber: z.int(),
    state: seriesState,
    version,
  })
  .meta({ id: 'Series' });
export type SeriesDto = z.output<typeof series>;

const seriesItem = z
  .object({
    id,
    slug: z.string(),
    institution: named,
    name: localized(z.string()),
    ruleWords: ruleInWords,
    state: seriesState,
    zone: z.string(),
    /** The next date that has a meeting. */
    next: z.object({ meetingId: id, startsLocal: z.string(), hosts: z.array(named) }).nullable(),
    coming: z.int(),
    past: z.int(),
    /** Dates that wait for the host: on a holiday, or for the nod to invite. */
    waiting: z.int(),
  })
  .meta({ id: 'SeriesItem' });
export type SeriesItemDto = z.output<typeof seriesItem>;

const tag = 'Series';

export const seriesEndpoints = {
  listSeries: defineEndpoint({
    name: 'listSeries',
    method: 'GET',
    path: '/series',
    tag,
    access: 'meeting.read',
    status: 200,
    summary: 'Series, by name',
    query: pageQuery,
    response: pageOf(seriesItem),
  }),
  getSeries: defineEndpoint({
    name: 'getSeries',
    method: 'GET',
    path: '/series/:id',
    tag,
    access: 'meeting.read',
    status: 200,
    versioned: true,
    summary: 'One series',
    params: byId,
    response: series,
  }),
  createSeries: defineEndpoint({
    name: 'createSeries',
    method: 'POST',
    path: '/series',
    tag,
    access: 'meeting.create',
    status: 201,
    versioned: true,
    summary: 'Add a series as a draft; no meeting is made yet',
    body: seriesInput,
    response: series,
  }),
};
