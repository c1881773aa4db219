import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, pageOf, pageQuery } from './fields.js';
import { person } from './person.contract.js';

/** Why two people may be one. */
export const duplicateReason = z.enum(['same-name', 'same-address', 'alike-name', 'same-institution']);
export type DuplicateReason = z.output<typeof duplicateReason>;

const duplicate = z
  .object({
    id,
    /** Up to 100: how sure it is. */
    score: z.int(),
    reasons: z.array(duplicateReason),
    people: z.array(person).length(2),
    /** Whether the reader may merge both. */
    mergeable: z.boolean(),
  })
  .meta({ id: 'Duplicate' });
export type DuplicateDto = z.output<typeof duplicate>;

const tag = 'People';

export const duplicateEndpoints = {
  listDuplicates: defineEndpoint({
    name: 'listDuplicates',
    method: 'GET',
    path: '/people/duplicates',
    tag,
    access: 'person.merge',
    status: 200,
    summary: 'People who may be one, the surest first',
    query: pageQuery,
    response: pageOf(duplicate),
  }),
  dismissDuplicate: defineEndpoint({
    name: 'dismissDuplicate',
    method: 'POST',
    path: '/people/duplicates/:id/dismiss',
    tag,
    access: 'person.merge',
    status: 204,
    summary: 'Say that the two are two; they are not suggested again',
    params: byId,
  }),
};
