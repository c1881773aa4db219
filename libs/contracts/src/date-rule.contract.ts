import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { id, paragraphs, wallClock, zone } from './fields.js';
import { asking } from './invitation.contract.js';
import { dateRule, holidayPolicy, lengthMinutes, ruleInWords } from './series.contract.js';

const holiday = z.object({ name: ruleInWords, lands: z.array(z.string()) });

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
  .object({ ruleWords: ruleInWords, dates: z.array(foreseenDate), lands: z.array(z.string()) })
  .meta({ id: 'ForeseenDates' });
export type ForeseenDatesDto = z.output<typeof foreseen>;

const tag = 'Series';

/** What a rule would come to, before there is a series. */
export const dateRuleEndpoints = {
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
      lengthMinutes: lengthMinutes,
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
      z.object({ ok: z.literal(true), rule: dateRule, ruleWords: ruleInWords }),
      z.object({ ok: z.literal(false), code: z.string(), params: z.record(z.string(), z.unknown()) }),
    ]),
  }),
};
