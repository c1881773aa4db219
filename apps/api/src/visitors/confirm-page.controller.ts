import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import { ConfirmOpenRegistration, findOpenByToken, isHeld } from '#participation';
import type { OpenPageFacts } from '#participation';
import { ConfirmedPage, ConfirmPage, LapsedPage } from '../pages/confirm.page.js';
import { TokenProblemPage } from '../pages/refusal.pages.js';
import type { ConfirmView } from '../pages/views/open-registration.view.js';
import { asLanguage } from '#i18n';
import type { Language } from '#kernel';
import { presentMeetingView } from './meeting-view.presenter.js';
import {
  linksBehind,
  pathIn,
  presentFrame,
  presentMeetingFrame,
  readersLanguage,
} from './page-frame.presenter.js';
import { sendPrivatePage } from './send-page.js';

type PageRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: { lang?: string };
  Body: unknown;
}>;

/** `/r/confirm/:token`: whoever registered on a public page confirms it. Reading the page changes nothing. */
@Controller('/r/confirm/:token')
export class ConfirmPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmOpen: ConfirmOpenRegistration,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.find(request, reply);
    if (facts?.asked.state === 'confirmed') await this.showDone(request, reply, facts);
    else if (facts !== null) this.showAsked(request, reply, { facts, problem: null });
  }

  @Post()
  async confirm(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.find(request, reply);
    if (facts === null) return;
    const { confirm } = Object(request.body) as { confirm?: unknown };
    if (confirm !== 'yes' && facts.asked.state !== 'confirmed') {
      this.showAsked(request, reply, { facts, problem: TICK_MISSING });
      return;
    }
    try {
      const confirmed = await this.confirmOpen.confirm(request.params.token, request.id);
      if (confirmed.outcome === 'confirmed' && confirmed.path !== null) {
        await reply.redirect(`${confirmed.path}?lang=${languageOf(facts, request)}`, 303);
        return;
      }
      this.showLapsed(request, reply, facts);
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('answer.')) throw error;
      this.showAsked(request, reply, { facts, problem: error });
    }
  }

  private async find(request: PageRequest, reply: FastifyReply): Promise<OpenPageFacts | null> {
    const { token } = request.params;
    const facts = await findOpenByToken(this.unitOfWork.reader, token);
    if (facts !== null) return facts;
    const language = readersLanguage(request, request.query.lang);
    const frame = presentFrame({ language, languageLinks: linksBehind(pathOf(token)), indexed: false });
    const view = { frame, problem: 'unknown-registration', contact: null } as const;
    sendPrivatePage(reply, 404, createElement(TokenProblemPage, { view }));
    return null;
  }

  private showAsked(
    request: PageRequest,
    reply: FastifyReply,
    { facts, problem }: { readonly facts: OpenPageFacts; readonly problem: ConfirmView['problem'] },
  ): void {
    const { asked, bundle } = facts;
    const now = this.clock.now();
    if (!isHeld(asked, now)) {
      this.showLapsed(request, reply, facts);
      return;
    }
    const language = languageOf(facts, request);
    const action = pathOf(request.params.token);
    const view = {
      frame: presentMeetingFrame(bundle, action, language),
      // As long as nobody has confirmed, it may be anybody.
      meeting: presentMeetingView(bundle, language, now, 'anybody'),
      person: `${asked.givenName} ${asked.familyName}`,
      action: `${action}?lang=${language}`,
      until: asked.expiresAt,
      zone: bundle.meeting.zone,
      problem,
    };
    sendPrivatePage(reply, problem === null ? 200 : 422, createElement(ConfirmPage, { view }));
  }

  /** Whoever comes back is told that it is done, and where it stands. */
  private async showDone(request: PageRequest, reply: FastifyReply, facts: OpenPageFacts): Promise<void> {
    const { bundle, asked } = facts;
    const language = languageOf(facts, request);
    const path = await this.confirmOpen.pathOnceConfirmed(asked);
    const view = {
      frame: presentMeetingFrame(bundle, pathOf(request.params.token), language),
      meeting: presentMeetingView(bundle, language, this.clock.now(), 'anybody'),
      registrationUrl: path && `${path}?lang=${language}`,
      meetingUrl: pathIn(language, `/m/${bundle.meeting.slug}`),
    };
    sendPrivatePage(reply, 200, createElement(ConfirmedPage, { view }));
  }

  private showLapsed(request: PageRequest, reply: FastifyReply, facts: OpenPageFacts): void {
    const language = languageOf(facts, request);
    const { bundle } = facts;
    const frame = presentMeetingFrame(bundle, pathOf(request.params.token), language);
    const view = { frame, meetingUrl: pathIn(language, `/m/${bundle.meeting.slug}`) };
    sendPrivatePage(reply, 410, createElement(LapsedPage, { view }));
  }
}

const TICK_MISSING = { code: 'open-registration.tick', params: {} } as const;

function languageOf({ asked }: OpenPageFacts, { query }: PageRequest): Language {
  return asLanguage(query.lang) ?? asked.language;
}

function pathOf(token: string): string {
  return `/r/confirm/${encodeURIComponent(token)}`;
}
