import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskSignIn, CompleteSignIn, signInMinutes } from '#access';
import { endpoints } from '#contracts';
import type { MeDto } from '#contracts';
import { Cookies, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { BrowserEntry } from './browser-entry.js';

// Longer than writing a mail's row takes, so that the clock does not tell which addresses are known.
const REPLY_AFTER_MS = 200;
const BROWSER_SECRET = /^[0-9a-f]{40}$/;
const BROWSER_SECRET_BYTES = 20;

/** Signing in by mail. */
@Controller()
export class SignInController {
  constructor(
    private readonly askSignIn: AskSignIn,
    private readonly completeSignIn: CompleteSignIn,
    private readonly entry: BrowserEntry,
    private readonly cookies: Cookies,
  ) {}

  @Route(endpoints.askSignIn)
  async ask(
    @Input() { body }: InputOf<typeof endpoints.askSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ minutes: number }> {
    // The same secret for every question of a browser: an older mail still works in it.
    const browser = this.browserOf(request) ?? randomBytes(BROWSER_SECRET_BYTES).toString('hex');
    const asking = this.askSignIn.run({ address: body.address, browser, client: request.ip });
    await Promise.all([asking, wait(REPLY_AFTER_MS)]);
    this.cookies.setBrowser(reply, browser, signInMinutes * 60);
    return { minutes: signInMinutes };
  }

  @Route(endpoints.completeSignIn)
  async complete(
    @Input() { body }: InputOf<typeof endpoints.completeSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const browser = this.browserOf(request);
    const signedIn = await ('token' in body
      ? this.completeSignIn.byLink(body.token, browser)
      : this.completeSignIn.byCode(body.code, browser));
    return this.entry.admit(signedIn, request, reply);
  }

  private browserOf(request: FastifyRequest): string | undefined {
    const secret = this.cookies.browser(request);
    return secret !== undefined && BROWSER_SECRET.test(secret) ? secret : undefined;
  }
}
