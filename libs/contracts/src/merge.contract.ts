import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, day, id, localized, mailAddress, version } from './fields.js';
import { person, personFields } from './person.contract.js';

/** What becomes of rows of one kind when two people are made one. */
export const mergeEffectKind = z.enum([
  'mandates-moved',
  'mandates-shortened',
  'mandates-removed',
  'deputies-moved',
  'deputies-removed',
  'invitations-moved',
  'invitations-united',
  'seats-freed',
  'organised',
  'acquaintances',
  'tags',
  'audiences',
  'proposals',
  'sign-ins',
  'api-keys',
  'grants',
  'mails',
]);
export type MergeEffectKind = z.output<typeof mergeEffectKind>;

const mergePreview = z
  .object({
    own: person,
    other: person,
    /** In which the two differ: one value of each is to be chosen. */
    differing: z.array(z.enum(personFields)),
    effects: z.array(
      z.object({
        kind: mergeEffectKind,
        count: z.int(),
        items: z.array(z.object({ name: localized(z.string()), on: day.nullable() })),
      }),
    ),
  })
  .meta({ id: 'MergePreview' });
export type MergePreviewDto = z.output<typeof mergePreview>;

const whose = z.enum(['own', 'other']);

const mergeInput = z
  .object({
    otherId: id,
    /** The versions that the preview showed. */
    versions: z.object({ own: version, other: version }).strict(),
    /** What is not chosen stays as it is, or becomes what the other has where there is nothing. */
    choices: z.partialRecord(z.enum(personFields), whose).default({}),
    preferredAddress: mailAddress.nullable().default(null),
  })
  .strict();

const tag = 'People';

export const mergeEndpoints = {
  previewMerge: defineEndpoint({
    name: 'previewMerge',
    method: 'POST',
    path: '/people/:id/merge-preview',
    tag,
    access: 'person.merge',
    status: 200,
    summary: 'What making another person one with this one would do; changes nothing',
    params: byId,
    body: z.object({ otherId: id }).strict(),
    response: mergePreview,
  }),
  mergePeople: defineEndpoint({
    name: 'mergePeople',
    method: 'POST',
    path: '/people/:id/merge',
    tag,
    access: 'person.merge',
    status: 200,
    summary:
      'Make another person one with this one: everything moves here, the other id leads here from now on; a second call says it is done',
    params: byId,
    body: mergeInput,
    response: z.object({ person, alreadyDone: z.boolean() }),
  }),
};
