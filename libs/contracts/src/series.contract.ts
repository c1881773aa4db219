import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { agenda } from './agenda.contract.js';
import {
  byId,
  day,
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
import { place, visibility } from './meeting.contract.js';

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
  })
  .strict();
export type SeriesTemplate = z.output<typeof templateFields>;

const days = (most: number) =>
  z.int('validation.not-a-number').min(0, 'validation.too-small').max(most, 'validation.too-large');

const seriesFields = z
  .object({
    institutionId: id,
    name: localized(line(200)),
    description: localized(paragraphs(20_000)).nullable().default(null),
    zone: zone.default('Europe/Berlin'),
    rule: dateRule,
    allDay: z.boolean().default(false),
    /** From start to end by the wall clock; for all-day meetings whole days. */
    lengthMinutes: z
      .int('validation.not-a-number')
      .min(5, 'validation.too-small')
      .max(31 * 24 * 60, 'validation.too-large')
      .default(120),
    template: templateFields,
    /** Who is invited to every date; null: nobody by itself. */
    asking: asking.nullable().default(null),
    /** So many days before the date its invitations are due. */
    inviteLeadDays: days(730).default(42),
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
});
export type SeriesInput = z.output<typeof seriesInput>;

/** Merge-patch (RFC 7396); `template` is merged field by field, `rule` and `asking` are replaced whole. */
const seriesPatch = patchOf(seriesFields.omit({ institutionId: true })).extend({
  template: patchOf(templateFields).optional(),
});
export type SeriesPatch = z.output<typeof seriesPatch>;

const words = z.object({ de: z.string(), en: z.string() });

export const series = z
  .object({
    id,
    slug: z.string(),
    institution: named,
    name: localized(z.string()),
    description: localized(z.string()).nullable(),
    zone: z.string(),
    rule: dateRule,
    /** The rule as people say it. */
    ruleWords: words,
    allDay: z.boolean(),
    lengthMinutes: z.int(),
    template: templateFields,
    organiser: namedPerson.nullable(),
    listings: z.array(named),
    asking: asking.nullable(),
    audienceName: localized(z.string()).nullable(),
    inviteLeadDays: z.int(),
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
    ruleWords: words,
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

const holiday = z.object({ name: words, lands: z.array(z.string()) });

/** A date as the rule gives it, before anything is made of it. */
const foreseenDate = z.object({
  startsLocal: z.string(),
  endsLocal: z.string(),
  holidays: z.array(holiday),
  /** What the series' policy would do: null: nothing. */
  becomes: z.enum(['moved', 'skipped', 'asked']).nullable(),
  movedTo: z.string().nullable(),
});
export type ForeseenDateDto = z.output<typeof foreseenDate>;

const foreseen = z
  .object({ ruleWords: words, dates: z.array(foreseenDate), lands: z.array(z.string()) })
  .meta({ id: 'ForeseenDates' });
export type ForeseenDatesDto = z.output<typeof foreseen>;

/** What a change of the series does to the dates that have meetings. */
const dateEffect = z.object({
  dateId: id.nullable(),
  meetingId: id.nullable(),
  /** Null: is no longer, or is not yet. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  effect: z.enum(['changed', 'moved', 'cancelled', 'added', 'kept-by-hand', 'unchanged']),
  /** Fields of a kept date that were touched by hand. */
  touched: z.array(z.string()),
  invited: z.int(),
});
export type DateEffectDto = z.output<typeof dateEffect>;

const seriesReach = z
  .object({
    effects: z.array(dateEffect),
    /** Summary mails: one for each person who is invited to a date that changes. */
    people: z.int(),
    mails: z.object({ de: z.int(), en: z.int() }),
    /** Short calendar mails, one per person and date. */
    calendarMails: z.int(),
  })
  .meta({ id: 'SeriesReach' });
export type SeriesReachDto = z.output<typeof seriesReach>;

/** From which date on a change counts; without it for all dates to come. */
const fromDate = z.object({ from: id.optional() });
/** The first day without dates. */
const endInput = z.strictObject({ from: day, note: line(500).nullable().default(null) });

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
  changeSeries: defineEndpoint({
    name: 'changeSeries',
    method: 'PATCH',
    path: '/series/:id',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Change all dates to come, or those from one on (merge-patch); tells whoever is invited',
    params: byId,
    query: fromDate,
    body: seriesPatch,
    response: series,
  }),
  previewSeriesChange: defineEndpoint({
    name: 'previewSeriesChange',
    method: 'POST',
    path: '/series/:id/change-preview',
    tag,
    access: 'meeting.change',
    status: 200,
    summary:
      'What a change would do to each date, which were touched by hand and stay, and who would get a mail',
    params: byId,
    query: fromDate,
    body: seriesPatch,
    response: seriesReach,
  }),
  startSeries: defineEndpoint({
    name: 'startSeries',
    method: 'POST',
    path: '/series/:id/start',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Start a draft, or go on after a pause: its meetings are made and invited to when it is time',
    params: byId,
    response: series,
  }),
  pauseSeries: defineEndpoint({
    name: 'pauseSeries',
    method: 'POST',
    path: '/series/:id/pause',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Make no further meetings and invite to none until it goes on; what there is stays',
    params: byId,
    response: series,
  }),
  previewSeriesEnd: defineEndpoint({
    name: 'previewSeriesEnd',
    method: 'POST',
    path: '/series/:id/end-preview',
    tag,
    access: 'meeting.change',
    status: 200,
    summary: 'Which meetings an end would cancel and who would get a mail',
    params: byId,
    body: endInput,
    response: seriesReach,
  }),
  endSeries: defineEndpoint({
    name: 'endSeries',
    method: 'POST',
    path: '/series/:id/end',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'End a series on a day; later meetings are cancelled',
    params: byId,
    body: endInput,
    response: series,
  }),
  continueSeries: defineEndpoint({
    name: 'continueSeries',
    method: 'POST',
    path: '/series/:id/continue',
    tag,
    access: 'meeting.change',
    status: 200,
    versioned: true,
    summary: 'Let a series that ends go on for another year',
    params: byId,
    response: series,
  }),
  duplicateSeries: defineEndpoint({
    name: 'duplicateSeries',
    method: 'POST',
    path: '/series/:id/duplicate',
    tag,
    access: 'meeting.create',
    status: 201,
    summary: 'A draft with the same rule, template, audience and hosts, from its next date on',
    params: byId,
    response: series,
  }),
  foreseeDates: defineEndpoint({
    name: 'foreseeDates',
    method: 'POST',
    path: '/series/foresee',
    tag,
    access: 'meeting.create',
    status: 200,
    summary: 'The next dates of a rule with weekday and holidays, and the rule in words; saves nothing',
    body: z.strictObject({
      rule: dateRule,
      zone: zone.default('Europe/Berlin'),
      lengthMinutes: seriesFields.shape.lengthMinutes,
      holidays: holidayPolicy.default('keep'),
      institutionId: id,
      asking: asking.nullable().default(null),
      limit: z.int().min(1).max(50).default(10),
    }),
    response: foreseen,
  }),
  readRule: defineEndpoint({
    name: 'readRule',
    method: 'POST',
    path: '/series/read-rule',
    tag,
    access: 'meeting.create',
    status: 200,
    summary: 'What a pasted RRULE means, in words, or why it cannot be taken',
    body: z.strictObject({
      text: paragraphs(20_000),
      startsLocal: wallClock,
      zone: zone.default('Europe/Berlin'),
    }),
    response: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), rule: dateRule, ruleWords: words }),
      z.object({ ok: z.literal(false), code: z.string(), params: z.record(z.string(), z.unknown()) }),
    ]),
  }),
};
