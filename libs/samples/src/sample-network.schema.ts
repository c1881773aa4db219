import { z } from 'zod';
import { answerInput, institutionInput, officeInput, personInput } from '#contracts';
import { SAMPLE_DAY } from './sample-day.rules.js';

/*
 * What a sample network is written down as: rows of the contract that refer to each other by keys, with days that move
 * with the clock (`resolveSampleDay`).
 */

const key = z.string().regex(/^[a-z0-9-]+$/);
const day = z.string().regex(SAMPLE_DAY);
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const text = z.strictObject({ de: z.string(), en: z.string() });

/** From a day on, to the day before another. */
const period = z.strictObject({ from: day, before: day.optional() });

const office = officeInput.omit({ institutionId: true }).extend({
  key,
  mandates: z.array(period.extend({ person: key, seat: z.int().default(1) })).default([]),
});

const institution = institutionInput.omit({ operatorId: true, parentId: true }).extend({
  key,
  operator: key.nullable().default(null),
  parent: key.nullable().default(null),
  memberships: z.array(period.extend({ of: key })).default([]),
  offices: z.array(office).default([]),
});

const person = personInput.omit({ homeInstitutionId: true }).extend({
  key,
  home: key.nullable().default(null),
  addresses: personInput.shape.addresses.unwrap(),
});

const invited = z.strictObject({
  /** The offices of these institutions, and of the members that these have. */
  of: z.array(key).default([]),
  membersOf: z.array(key).default([]),
  offices: z.array(officeInput.shape.kind).min(1),
  /** Those in office today are asked, not those of the meeting's day. */
  asOfToday: z.boolean().default(false),
  /** When they were asked: so many weeks before the day, or hours before now. */
  weeksBefore: z.int().optional(),
  hoursAgo: z.int().optional(),
  /** What people answered so far; who is missing is silent. */
  answers: z.record(
    key,
    z.union([z.tuple([answerInput.shape.answer]), z.tuple([answerInput.shape.answer, z.string()])]),
  ),
});

const meeting = z.strictObject({
  institution: key,
  hosts: z.array(key).default([]),
  organiser: key.nullable().default(null),
  listings: z.array(key).default([]),
  /** `{year}` stands for the year it takes place in. */
  title: text,
  description: text.nullable().default(null),
  /** The first such weekday so many weeks after a day (today if none is given). */
  day: z.strictObject({ weeks: z.int(), weekday: z.int().min(1).max(7), after: day.optional() }),
  /** Without times it lasts all day, and so many days. */
  from: clock.optional(),
  until: clock.optional(),
  days: z.int().min(1).default(1),
  place: z.unknown().optional(),
  onlineUrl: z.string().optional(),
  capacity: z.int().optional(),
  answerByDaysBefore: z.int().optional(),
  visibility: z.string().optional(),
  invited: invited.optional(),
});

export const sampleNetwork = z.strictObject({
  /** The only one of its number: ids are made of it. */
  number: z.int().min(0).max(99),
  /** The institution whose being there says that the sample has been loaded. */
  root: key,
  /** The person who coordinates it. */
  coordinator: key,
  institutions: z.array(institution),
  people: z.array(person),
  meetings: z.array(meeting),
});

export type SampleInput = z.input<typeof sampleNetwork>;
export type SampleNetwork = z.output<typeof sampleNetwork>;
export type SampleMeeting = SampleNetwork['meetings'][number];
export type SampleInvited = NonNullable<SampleMeeting['invited']>;
