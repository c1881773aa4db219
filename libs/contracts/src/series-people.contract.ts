import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, namedPerson, pageOf, pageQuery } from './fields.js';
import { givenAnswer } from './invitation.contract.js';

/** What a person answers to all dates of a series; `none`: to be asked each time. */
export const standingInput = z.object({ answer: z.enum(['yes', 'no', 'none']) }).strict();

const seriesPerson = z
  .object({
    id,
    person: namedPerson,
    /** What they answer to every date; null: each by itself. */
    standing: z.enum(['yes', 'no']).nullable(),
    invited: z.int(),
    yes: z.int(),
    no: z.int(),
    maybe: z.int(),
    silent: z.int(),
    /** The latest dates they were invited to, oldest first, at most twelve. */
    dates: z.array(z.object({ startsAt: instant, answer: givenAnswer.nullable() })),
  })
  .meta({ id: 'SeriesPerson' });
export type SeriesPersonDto = z.output<typeof seriesPerson>;

const tag = 'Series';

export const seriesPeopleEndpoints = {
  listSeriesPeople: defineEndpoint({
    name: 'listSeriesPeople',
    method: 'GET',
    path: '/series/:id/people',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Who is invited to the dates of a series and how often they come, by family name',
    params: byId,
    query: pageQuery,
    response: pageOf(seriesPerson),
  }),
  answerSeriesForPerson: defineEndpoint({
    name: 'answerSeriesForPerson',
    method: 'PUT',
    path: '/series/:id/people/:personId/standing',
    tag,
    access: 'meeting.invite',
    status: 204,
    summary: 'Enter what somebody answers to every date; `none`: each by itself again',
    params: z.object({ id, personId: id }),
    body: standingInput,
  }),
};
