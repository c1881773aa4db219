import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '#access';
import { DomainError } from '#kernel';
import { Callers } from './callers.js';
import { Cookies } from './cookies.js';
import { rememberActor } from './current-actor.decorator.js';
import { endpointCalled } from './endpoint-of.js';

/**
 * Finds out who calls an endpoint. A wrong key is refused even where none is needed, so that a script never works as a
 * guest by mistake; an ended session counts as none. Who may do the endpoint's action nowhere is refused here; whether
 * it is allowed for this row is the use case's question.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly cookies: Cookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointCalled(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.callers.find(request);
    const actor = caller?.actor ?? null;
    if (caller !== null) rememberActor(request, caller.actor);
    if (caller?.renewedSession != null) {
      this.cookies.setSession(context.switchToHttp().getResponse<FastifyReply>(), caller.renewedSession);
    }
    const { access } = endpoint;
    if (access === 'public') return true;
    if (actor === null) throw new DomainError('access.not-signed-in');
    if (access !== 'signed-in') scopeOf(actor, access);
    return true;
  }
}
