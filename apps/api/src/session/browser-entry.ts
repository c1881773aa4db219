import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication, EndSession, WhoAmI } from '#access';
import type { SignedIn } from '#access';
import type { MeDto } from '#contracts';
import { DomainError } from '#kernel';
import { Cookies } from '../http/index.js';
import { presentMe } from './me.presenter.js';

/** Gives the browser the session that has just been opened. */
@Injectable()
export class BrowserEntry {
  constructor(
    private readonly cookies: Cookies,
    private readonly authentication: Authentication,
    private readonly endSession: EndSession,
    private readonly whoAmI: WhoAmI,
  ) {}

  /** Sets the cookie, ends the session the browser had before, and tells who has come in. */
  async admit(signedIn: SignedIn, request: FastifyRequest, reply: FastifyReply): Promise<MeDto> {
    const before = this.cookies.session(request);
    if (before !== undefined) await this.endSession.run(before);
    const identity = await this.authentication.findBySession(signedIn.secret);
    if (identity === null) throw new DomainError('access.not-signed-in');
    this.cookies.setSession(reply, signedIn.secret);
    const { personId, grants } = identity;
    return presentMe(await this.whoAmI.run({ personId, grants, channel: 'host', requestId: request.id }));
  }
}
