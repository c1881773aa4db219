import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant } from './fields.js';

/** Long work: asked for with 202, watched here. */
export const operation = z
  .object({
    id,
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    total: z.int(),
    done: z.int(),
    errorCode: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Operation' });
export type OperationDto = z.output<typeof operation>;

export const operationEndpoints = {
  getOperation: defineEndpoint({
    name: 'getOperation',
    method: 'GET',
    path: '/operations/:id',
    tag: 'Operations',
    access: 'signed-in',
    status: 200,
    summary: 'How far a long piece of work is',
    params: byId,
    response: operation,
  }),
};
