import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  day,
  id,
  land,
  languageCode,
  line,
  localized,
  named,
  namedPerson,
  pageOf,
  pageQuery,
  patchOf,
  version,
} from './fields.js';
import { officeKind } from './office.contract.js';

const committeeFunction = z.enum(['chair', 'member', 'guest']);
export type CommitteeFunction = z.output<typeof committeeFunction>;

/**
 * Whether who takes an office over until the meeting's day is asked from the day they begin (until then it is who holds
 * the seat now), or at once.
 */
export const successors = z.enum(['on-the-day', 'at-once']);
export type Successors = z.output<typeof successors>;

/** Whoever holds such an office in the members of a network; only in its clusters, unless all members are meant. */
const networkOffices = z.strictObject({
  kind: z.literal('network-offices'),
  networkId: id,
  officeKind: officeKind.default('cluster_manager'),
  members: z.enum(['clusters', 'all']).default('clusters'),
});

/** Whoever holds such an office in one institution. */
const institutionOffices = z.strictObject({
  kind: z.literal('institution-offices'),
  institutionId: id,
  officeKind: officeKind.default('cluster_manager'),
});

/** Whoever holds such an office in the clusters that work in one of the Länder, or in the field; both: in both. */
const regionOffices = z
  .strictObject({
    kind: z.literal('region-offices'),
    laender: z.array(land).max(16).default([]),
    /** As it stands with the clusters, in one of the languages. */
    field: line(200).nullable().default(null),
    officeKind: officeKind.default('cluster_manager'),
  })
  .refine(({ laender, field }) => laender.length > 0 || field !== null, {
    error: 'audience.no-region',
    path: ['laender'],
  });

/** The members of a committee; without functions all of them. */
const committee = z.strictObject({
  kind: z.literal('committee'),
  committeeId: id,
  functions: z.array(committeeFunction).max(3).default([]),
});

/**
 * The members of an institution as of the day: whoever holds the managing office of each; where nobody does, the people
 * at home there who carry the tag, if one is named.
 */
const members = z.strictObject({
  kind: z.literal('members'),
  institutionId: id,
  contactTagId: id.nullable().default(null),
});

/** People who carry the tag, and whoever holds the managing office of the institutions that carry it. */
const tagged = z.strictObject({ kind: z.literal('tag'), tagId: id });

const people = z.strictObject({
  kind: z.literal('people'),
  personIds: z.array(id).min(1, 'validation.required').max(500),
});

/** Everybody of another saved audience. */
const another = z.strictObject({ kind: z.literal('audience'), audienceId: id });

const clause = z.discriminatedUnion('kind', [
  networkOffices,
  institutionOffices,
  regionOffices,
  committee,
  members,
  tagged,
  people,
  another,
]);
export type AudienceClause = z.output<typeof clause>;

/** Who belongs: everybody whom one of the inclusions yields and none of the exclusions. */
export const audienceRule = z
  .strictObject({
    include: z.array(clause).min(1, 'validation.required').max(50),
    exclude: z.array(clause).max(50).default([]),
  })
  .meta({ id: 'AudienceRule' });
export type AudienceRule = z.output<typeof audienceRule>;

const audienceInput = z.strictObject({
  /** Who keeps it. */
  institutionId: id,
  name: localized(line(200)),
  rule: audienceRule,
});
export type AudienceInput = z.output<typeof audienceInput>;

const audienceItem = z
  .object({ id, institution: named, name: localized(z.string()), version })
  .meta({ id: 'AudienceItem' });
export type AudienceItemDto = z.output<typeof audienceItem>;

const audience = audienceItem
  .extend({
    rule: audienceRule,
    /** What the rule mentions, by name. */
    mentions: z.object({
      institutions: z.array(named),
      people: z.array(namedPerson),
      tags: z.array(namedPerson),
      audiences: z.array(named),
    }),
  })
  .meta({ id: 'Audience' });
export type AudienceDto = z.output<typeof audience>;

export const reason = z.object({
  kind: z.enum(['office', 'committee', 'membership', 'named', 'open']),
  institution: named.nullable(),
  office: localized(z.string()).nullable(),
});
export type ReasonKind = z.output<typeof reason>['kind'];

/** Somebody whom an audience yields. */
export const audiencePerson = z.object({
  personId: id,
  name: z.string(),
  /** Null as well for who may not see how the person is reached. */
  address: z.string().nullable(),
  addressState: z.enum(['ok', 'none', 'bounced', 'unsubscribed']),
  language: languageCode,
  /** Several: the same person for each of them. */
  reasons: z.array(reason),
});

/** What an audience comes to on a day. */
export const audienceSums = z.object({
  /** Each person once. */
  people: z.int(),
  clusters: z.array(z.object({ institution: named, people: z.int() })),
  laender: z.array(z.object({ land, people: z.int() })),
  vacancies: z.array(
    z.object({
      institution: named,
      office: named,
      seats: z.int(),
      /** The first day nobody held it; null: never held. */
      since: day.nullable(),
      /** The day somebody takes it over, if that is known. */
      filledFrom: day.nullable(),
    }),
  ),
  /** Institutions that have no such office at all. */
  withoutOffice: z.array(named),
  withoutAddress: z.int(),
  bounced: z.int(),
  unsubscribed: z.int(),
  /** People with more than one reason. */
  merged: z.int(),
  /** People whom an exclusion took out. */
  excluded: z.int(),
});

const audiencePreview = audienceSums
  .extend({
    /** By name, at most 1000. */
    items: z.array(audiencePerson),
  })
  .meta({ id: 'AudiencePreview' });
export type AudiencePreviewDto = z.output<typeof audiencePreview>;

const tag = 'Audiences';

export const audienceEndpoints = {
  listAudiences: defineEndpoint({
    name: 'listAudiences',
    method: 'GET',
    path: '/audiences',
    tag,
    access: 'audience.use',
    status: 200,
    summary: 'Saved audiences, by name',
    query: pageQuery,
    response: pageOf(audienceItem),
  }),
  getAudience: defineEndpoint({
    name: 'getAudience',
    method: 'GET',
    path: '/audiences/:id',
    tag,
    access: 'audience.use',
    status: 200,
    versioned: true,
    summary: 'One saved audience with its rule',
    params: byId,
    response: audience,
  }),
  createAudience: defineEndpoint({
    name: 'createAudience',
    method: 'POST',
    path: '/audiences',
    tag,
    access: 'audience.change',
    status: 201,
    versioned: true,
    summary: 'Save an audience',
    body: audienceInput,
    response: audience,
  }),
  changeAudience: defineEndpoint({
    name: 'changeAudience',
    method: 'PATCH',
    path: '/audiences/:id',
    tag,
    access: 'audience.change',
    status: 200,
    versioned: true,
    summary: 'Change a saved audience (merge-patch); a given rule replaces the present one',
    params: byId,
    body: patchOf(audienceInput.omit({ institutionId: true })),
    response: audience,
  }),
  deleteAudience: defineEndpoint({
    name: 'deleteAudience',
    method: 'DELETE',
    path: '/audiences/:id',
    tag,
    access: 'audience.change',
    status: 204,
    versioned: true,
    summary: 'Delete a saved audience that nothing uses',
    params: byId,
  }),
  previewAudience: defineEndpoint({
    name: 'previewAudience',
    method: 'POST',
    path: '/audiences/preview',
    tag,
    access: 'audience.use',
    status: 200,
    summary: 'Whom a rule yields on a day (today if none is given); saves nothing',
    body: z.strictObject({
      rule: audienceRule,
      day: day.nullable().default(null),
      successors: successors.default('on-the-day'),
    }),
    response: audiencePreview,
  }),
};
