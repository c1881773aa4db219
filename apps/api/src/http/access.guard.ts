import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, scopeOf } from '#access';
import type { Actor } from '#access';
import { DomainError } from '#kernel';
import { Cookies } from './cookies.js';
import { bearerOf } from './credentials.js';
import { rememberActor } from './current-actor.decorator.js';
import { endpointOf } from './route.decorator.js';

/**
 * Finds out who calls an endpoint. A wrong key is refused even where none is needed, so that a script never works as a
 * guest by mistake; an ended session counts as none. Who may do the endpoint's action nowhere is refused here; whether
 * it is allowed for this row is the use case's question.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly cookies: Cookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context.getHandler());
    if (endpoint === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.find(request, context.switchToHttp().getResponse<FastifyReply>());
    if (actor !== null) rememberActor(request, actor);
    const { access } = endpoint;
    if (access === 'public') return true;
    if (actor === null) throw new DomainError('access.not-signed-in');
    if (access !== 'signed-in') scopeOf(actor, access);
    return true;
  }

  private async find(request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
    const key = bearerOf(request);
    if (key !== undefined) return this.program(request, key);
    const secret = this.cookies.session(request);
    const identity = secret === undefined ? null : await this.authentication.findBySession(secret);
    if (secret === undefined || identity === null) return null;
    if (identity.renewed) this.cookies.setSession(reply, secret);
    const { personId, grants } = identity;
    return { personId, grants, channel: 'host', requestId: request.id };
  }

  private async program(request: FastifyRequest, key: string): Promise<Actor> {
    const identity = await this.authentication.findByApiKey(key);
    if (identity === null) throw new DomainError('access.not-signed-in');
    return { ...identity, channel: 'api', requestId: request.id };
  }
}
