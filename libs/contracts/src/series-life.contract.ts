import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, day, id, line } from './fields.js';
import { series, seriesPatch } from './series.contract.js';

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

/** What is done with a series as a whole, each with what it would do before it is done. */
export const seriesLifeEndpoints = {
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
};
