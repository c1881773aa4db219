import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, day, id, instant, named, pageOf, pageQuery } from './fields.js';
import { meetingState } from './meeting.contract.js';
import { operation } from './operation.contract.js';

/** What became of a date of the rule: a meeting, nothing, or a question to the host. */
export const seriesDateState = z.enum(['planned', 'skipped', 'asked']);
export type SeriesDateState = z.output<typeof seriesDateState>;

export const turnState = z.enum(['proposed', 'asked', 'confirmed', 'declined', 'lapsed']);
export type TurnState = z.output<typeof turnState>;

const words = z.object({ de: z.string(), en: z.string() });

export const seriesDate = z
  .object({
    id,
    /** As the rule gives it. */
    originalLocal: z.string(),
    number: z.int().nullable(),
    state: seriesDateState,
    /** A public holiday moved it, dropped it, or asks the host. */
    holiday: z.object({ name: words, lands: z.array(z.string()) }).nullable(),
    meeting: z
      .object({
        id,
        slug: z.string(),
        title: z.object({ de: z.string().optional(), en: z.string().optional() }),
        startsLocal: z.string(),
        endsLocal: z.string(),
        allDay: z.boolean(),
        state: meetingState,
        hosts: z.array(named),
        invited: z.int(),
        answered: z.int(),
        confirmed: z.int(),
      })
      .nullable(),
    /** Fields that somebody changed by hand and that the series therefore leaves alone. */
    touched: z.array(z.string()),
    /** When its invitations are due; null once they went out, and for a date without audience. */
    inviteAt: instant.nullable(),
    /** Its invitations are due and wait for the host's nod. */
    awaitsNod: z.boolean(),
    /** Whose turn it is to host. */
    turn: z.object({ institution: named, state: turnState, confirmBy: instant.nullable() }).nullable(),
  })
  .meta({ id: 'SeriesDate' });
export type SeriesDateDto = z.output<typeof seriesDate>;

const ofDate = z.object({ id, dateId: id });
const tag = 'Series';

export const seriesDateEndpoints = {
  listSeriesDates: defineEndpoint({
    name: 'listSeriesDates',
    method: 'GET',
    path: '/series/:id/dates',
    tag,
    access: 'meeting.read',
    status: 200,
    summary: 'The dates of a series: the coming ones by day, or the past ones, latest first',
    params: byId,
    query: pageQuery.extend({ when: z.enum(['coming', 'past']).default('coming') }),
    response: pageOf(seriesDate),
  }),
  decideSeriesDate: defineEndpoint({
    name: 'decideSeriesDate',
    method: 'POST',
    path: '/series/:id/dates/:dateId/decide',
    tag,
    access: 'meeting.change',
    status: 200,
    summary:
      'Say what becomes of a date on a holiday, or bring a skipped one back: keep it, move it, skip it',
    params: ofDate,
    body: z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('keep') }),
      z.strictObject({ decision: z.literal('move'), to: day }),
      z.strictObject({ decision: z.literal('skip') }),
    ]),
    response: seriesDate,
  }),
  inviteToSeriesDate: defineEndpoint({
    name: 'inviteToSeriesDate',
    method: 'POST',
    path: '/series/:id/dates/:dateId/invite',
    tag,
    access: 'meeting.invite',
    status: 202,
    summary: 'Send the invitations of a date now, without waiting for its time',
    params: ofDate,
    response: operation,
  }),
};
