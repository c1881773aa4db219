import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, day, id, localized, named } from './fields.js';
import { seatLimit } from './seating.contract.js';

const answersSummary = z
  .object({
    invited: z.int(),
    yes: z.int(),
    no: z.int(),
    maybe: z.int(),
    silent: z.int(),
    /** Answers that may be a scanner's. */
    suspect: z.int(),
    confirmed: z.int(),
    waitlisted: z.int(),
    offered: z.int(),
    awaitingApproval: z.int(),
    /** Seats that are taken or held, companions among them. */
    seats: z.int(),
    capacity: z.int().nullable(),
    /** People who come, who wait, and whom seats are offered, companions among them. */
    people: z.object({ confirmed: z.int(), waitlisted: z.int(), offered: z.int() }),
    /** What is taken of each kind of seat. */
    contingents: z.array(
      z.object({ id, name: localized(z.string()), taken: z.int(), seats: z.int().nullable() }),
    ),
    /** Who is next in line: how many come together only, and what they lack; nothing where a host decides. */
    next: z.object({ seats: z.int(), lacks: z.array(seatLimit) }).nullable(),
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
          offered: z.int(),
          awaitingApproval: z.int(),
          maybe: z.int(),
          declined: z.int(),
          silent: z.int(),
        }),
      ),
    }),
  })
  .meta({ id: 'AnswersSummary' });
export type AnswersSummaryDto = z.output<typeof answersSummary>;

const answersByDay = z
  .object({
    items: z.array(
      z.object({
        /** By the meeting's clock; a day on which nothing changed is left out. */
        on: day,
        /** At the day's end. */
        confirmed: z.int(),
        waiting: z.int(),
        maybe: z.int(),
        declined: z.int(),
        silent: z.int(),
      }),
    ),
  })
  .meta({ id: 'AnswersByDay' });
export type AnswersByDayDto = z.output<typeof answersByDay>;

/** Says no more than to look again. */
const answersChanged = z.object({ version: z.string() }).meta({ id: 'AnswersChanged' });

const tag = 'Invitations';

export const answersEndpoints = {
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
  getAnswersByDay: defineEndpoint({
    name: 'getAnswersByDay',
    method: 'GET',
    path: '/meetings/:id/answers/by-day',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'How many of each state there were at the end of every day',
    params: byId,
    response: answersByDay,
  }),
  watchAnswers: defineEndpoint({
    name: 'watchAnswers',
    method: 'GET',
    path: '/meetings/:id/answers/events',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Says at once, and whenever answers or invitations change, that it is worth looking again',
    params: byId,
    events: answersChanged,
  }),
};
