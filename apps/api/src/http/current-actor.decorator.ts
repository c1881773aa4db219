import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#access';

const actors = new WeakMap<FastifyRequest, Actor>();

/** Notes who the request comes from; the guard does so before any controller runs. */
export function rememberActor(request: FastifyRequest, actor: Actor): void {
  actors.set(request, actor);
}

/** Who the request comes from: somebody signed in, a program with a key, or a guest of the pages. */
export function actorOf(request: FastifyRequest): Actor {
  return actors.get(request) ?? { personId: null, channel: 'web', grants: [], requestId: request.id };
}

/** Who calls, as `Actor`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
