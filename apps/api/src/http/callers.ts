import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authentication } from '#access';
import type { Actor } from '#access';
import { DomainError } from '#kernel';
import { Cookies } from './cookies.js';
import { bearerOf } from './credentials.js';

interface Caller {
  readonly actor: Actor;
  /** The session's secret, where its end has just been moved. */
  readonly renewedSession: string | null;
}

/** Finds out who stands behind a request, by its key or its session. */
@Injectable()
export class Callers {
  constructor(
    private readonly authentication: Authentication,
    private readonly cookies: Cookies,
  ) {}

  /** Null for nobody, and for a session that has ended. Throws `access.not-signed-in` for a wrong key. */
  async find(request: FastifyRequest): Promise<Caller | null> {
    const key = bearerOf(request);
    if (key !== undefined) return { actor: await this.program(request, key), renewedSession: null };
    const secret = this.cookies.session(request);
    const identity = secret === undefined ? null : await this.authentication.findBySession(secret);
    if (secret === undefined || identity === null) return null;
    const { personId, grants, renewed } = identity;
    const actor: Actor = { personId, grants, channel: 'host', requestId: request.id };
    return { actor, renewedSession: renewed ? secret : null };
  }

  private async program(request: FastifyRequest, key: string): Promise<Actor> {
    const identity = await this.authentication.findByApiKey(key);
    if (identity === null) throw new DomainError('access.not-signed-in');
    return { ...identity, channel: 'api', requestId: request.id };
  }
}
