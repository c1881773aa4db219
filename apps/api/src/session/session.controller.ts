import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EndSession, WhoAmI } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MeDto } from '#contracts';
import { Cookies, CurrentActor, Route } from '../http/index.js';
import { presentMe } from './me.presenter.js';

/** The session of this browser. */
@Controller()
export class SessionController {
  constructor(
    private readonly whoAmI: WhoAmI,
    private readonly endSession: EndSession,
    private readonly cookies: Cookies,
  ) {}

  @Route(endpoints.getSession)
  async show(@CurrentActor() actor: Actor): Promise<MeDto> {
    return presentMe(await this.whoAmI.run(actor));
  }

  @Route(endpoints.signOut)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = this.cookies.session(request);
    if (secret !== undefined) await this.endSession.run(secret);
    this.cookies.clearSession(reply);
  }
}
