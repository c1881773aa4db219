import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { openRefusalCodes, RegisterOpenly } from '#participation';
import { MeetingPage } from '../pages/meeting.page.js';
import { RegisteredPage } from '../pages/registered.page.js';
import { MeetingPages } from './meeting-page.reader.js';
import { readOpenForm } from './open-form.js';
import type { TypedOpenForm } from './open-form.js';
import { languageOf, linksTo, pathIn, presentFrame } from './page-frame.presenter.js';
import { sendPrivatePage } from './send-page.js';

// Longer than taking it down takes, so that the clock does not tell which addresses are known.
const REPLY_AFTER_MS = 200;

/** Registering on a meeting's public page, without an account. */
@Controller()
export class OpenRegistrationController {
  constructor(
    private readonly pages: MeetingPages,
    private readonly registerOpenly: RegisterOpenly,
  ) {}

  @Post(['/m/:slug', '/en/m/:slug'])
  async register(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bundle = await this.pages.open(slug);
    const posted = readOpenForm(bundle.meeting, request.body);
    const { typed } = posted;
    if (posted.kind === 'wrong') {
      await this.showAgain(request, reply, { bundle, typed });
      return;
    }
    const registering =
      posted.kind === 'by-program'
        ? null
        : this.registerOpenly.run({
            ...posted.given,
            meetingId: bundle.meeting.id,
            language: languageOf(request),
            client: request.ip,
          });
    const [refused] = await Promise.all([registering, wait(REPLY_AFTER_MS)]);
    if (refused === null) {
      await reply.redirect(pathIn(languageOf(request), `/m/${slug}/registered`), 303);
      return;
    }
    const params = { most: refused.most ?? bundle.meeting.seating.companions };
    const problems = [{ field: 'form', code: openRefusalCodes[refused.reason], params } as const];
    await this.showAgain(request, reply, { bundle, typed: { ...typed, problems } });
  }

  @Get(['/m/:slug/registered', '/en/m/:slug/registered'])
  async registered(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { meeting, institution } = await this.pages.open(slug);
    const language = languageOf(request);
    const frame = presentFrame({
      language,
      languageLinks: linksTo(`/m/${meeting.slug}/registered`),
      institution: { name: nameIn(institution, language), colour: institution.colour },
      indexed: false,
    });
    const view = { frame, meetingUrl: pathIn(language, `/m/${meeting.slug}`) };
    sendPrivatePage(reply, 200, createElement(RegisteredPage, { view }));
  }

  private async showAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    { bundle, typed }: { readonly bundle: MeetingBundle; readonly typed: TypedOpenForm },
  ): Promise<void> {
    const view = await this.pages.view(bundle, languageOf(request), typed);
    sendPrivatePage(reply, 422, createElement(MeetingPage, { view }));
  }
}
