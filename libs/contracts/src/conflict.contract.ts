import { z } from 'zod';
import { audienceRule } from './audience.contract.js';
import { defineEndpoint } from './endpoint.js';
import { day, id, localized, named, wallClock, zone } from './fields.js';

const words = z.object({ de: z.string(), en: z.string() });
const affected = z.array(named);
const MOST_DAYS = 31;
const MS_PER_DAY = 86_400_000;

const conflict = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('weekend'), on: day }),
    z.object({
      kind: z.literal('public-holiday'),
      on: day,
      name: words,
      laender: z.array(z.string()),
      affected,
    }),
    z.object({
      kind: z.literal('imported'),
      summary: z.string(),
      calendar: localized(z.string()),
      affected,
    }),
    z.object({
      kind: z.literal('meeting'),
      /** Null for a meeting that whoever asks may not read: then only whose it is is said. */
      meeting: z.object({ id, title: localized(z.string()) }).nullable(),
      institution: named,
      /** At the same time, not only on the same day. */
      overlaps: z.boolean(),
      affected,
    }),
  ])
  .meta({ id: 'Conflict' });
export type ConflictDto = z.output<typeof conflict>;

const date = z
  .strictObject({ startsLocal: wallClock, endsLocal: wallClock, zone: zone.default('Europe/Berlin') })
  .refine(({ startsLocal, endsLocal }) => endsLocal > startsLocal, {
    error: 'meeting.ends-before-start',
    path: ['endsLocal'],
  })
  .refine(
    ({ startsLocal, endsLocal }) =>
      Date.parse(`${endsLocal}Z`) - Date.parse(`${startsLocal}Z`) <= MOST_DAYS * MS_PER_DAY,
    { error: 'validation.too-large', path: ['endsLocal'] },
  );

export const conflictEndpoints = {
  findConflicts: defineEndpoint({
    name: 'findConflicts',
    method: 'POST',
    path: '/meetings/conflicts',
    tag: 'Meetings',
    access: 'meeting.change',
    status: 200,
    summary: 'What stands against dates, and whom it affects: weekends, public holidays, other meetings',
    body: z.strictObject({
      dates: z.array(date).min(1, 'validation.required').max(500, 'validation.too-large'),
      /** Whom the dates concern; a network stands for its members. */
      institutionIds: z.array(id).max(200, 'validation.too-large').default([]),
      /** And whom this rule yields on the first of the dates. */
      rule: audienceRule.nullable().default(null),
      /** The meeting whose dates these are. */
      exceptMeetingId: id.nullable().default(null),
    }),
    response: z.object({ dates: z.array(z.object({ conflicts: z.array(conflict) })) }),
  }),
};
