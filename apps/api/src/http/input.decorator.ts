import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '#contracts';
import { ifMatchOf, needsIfMatch } from './if-match.js';
import { parseInput } from './parse-input.js';
import { endpointOf } from './endpoint-of.js';

/** What a controller method gets of its endpoint: everything parsed by the contract. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? {
        readonly params: z.output<P>;
        readonly query: z.output<Q>;
        readonly body: z.output<B>;
        /** The version the caller has seen; 0 (no row has it) where the endpoint asks for none. */
        readonly ifMatch: number;
      }
    : never;

/**
 * The call's input, parsed by the contract of the method's `@Route`. Throws `ValidationError` (422) naming every field,
 * or `version.required` (428) when a change comes without If-Match.
 */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const endpoint = endpointOf(context.getHandler());
  if (endpoint === undefined) throw new Error('@Input() needs @Route() on its method');
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const ifMatch = needsIfMatch(endpoint) ? ifMatchOf(request.headers['if-match']) : 0;
  return { ...parseInput(endpoint, request), ifMatch };
});
