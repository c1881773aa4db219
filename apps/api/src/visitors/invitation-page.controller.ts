import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { asLanguage } from '#i18n';
import { Clock } from '#kernel';
import { findFilesFor } from '#meetings';
import { AnswerInvitation, findByToken, findOwnValues, refusalCodes } from '#participation';
import type { InvitationPageFacts } from '#participation';
import { findMeetingSeries } from '#series';
import { AnsweredPage } from '../pages/answered.page.js';
import { InvitationPage } from '../pages/invitation.page.js';
import { TokenProblemPage } from '../pages/refusal.pages.js';
import type { AnswerProblemView, TokenProblemView } from '../pages/views/invitation.view.js';
import {
  inviteesLanguage,
  presentAnswered,
  presentInvitation,
  presentTokenProblem,
} from './invitation-view.presenter.js';
import { goneBecause } from './invitation-links-end.js';
import { readAnswerForm } from './answer-form.js';
import type { TypedForm } from './answer-form.js';
import { sendInviteesCalendar } from './invitees-calendar.js';
import { PageLinks } from './page-links.js';
import { linksBehind, presentFrame, readersLanguage } from './page-frame.presenter.js';
import { sendPrivatePage } from './send-page.js';

interface Asked {
  readonly lang?: string;
  readonly answer?: string;
}

/** `/i/:token`: the invitee's page. Reading it changes nothing, however often a mail scanner does. */
@Controller('/i/:token')
export class InvitationPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerInvitation: AnswerInvitation,
    private readonly clock: Clock,
    private readonly links: PageLinks,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts !== null) await this.showInvitation(reply, facts, { ...askedOf(request), problem: null });
  }

  @Post()
  async answer(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const invitation = await this.answerInvitation.find(token);
    if (invitation === null || goneBecause(invitation, this.clock.now()) !== null) {
      await this.open(request, reply);
      return;
    }
    const { typed, given, problem } = readAnswerForm(invitation, request.body);
    if (given === null) {
      await this.showProblem(request, reply, { problem, typed });
      return;
    }
    const { invitationId, meetingId, language } = invitation;
    const source = { invitationId, meetingId, channel: 'web', requestId: request.id } as const;
    const outcome = await this.answerInvitation.answer({ ...given, ...source });
    if (outcome.outcome === 'accepted') {
      await reply.redirect(`/i/${token}/answered?lang=${asLanguage(asked.lang) ?? language}`, 303);
      return;
    }
    const code = refusalCodes[outcome.reason];
    const params = { most: invitation.seating.companions };
    const refused = { code, params, field: 'answer', note: typed.note } as const;
    await this.showProblem(request, reply, { problem: refused, typed });
  }

  private async showProblem(
    request: PageRequest,
    reply: FastifyReply,
    what: Pick<PageAsked, 'problem' | 'typed'>,
  ): Promise<void> {
    const { token, asked } = askedOf(request);
    // Also where the invitation has been withdrawn meanwhile: what was typed is not lost.
    const facts = await findByToken(this.unitOfWork.reader, token);
    if (facts !== null) await this.showInvitation(reply, facts, { token, asked, ...what });
  }

  @Get('/answered')
  async answered(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const answered = presentAnswered(facts, inviteesLanguage(facts, asked.lang));
    const view = await this.viewOf(facts, { token, asked, problem: null });
    if (answered === null) {
      await reply.redirect(view.action, 303);
      return;
    }
    sendPrivatePage(
      reply,
      200,
      createElement(AnsweredPage, { view: { ...view, invitationUrl: view.action, answered } }),
    );
  }

  @Get('/meeting.ics')
  async calendarFile(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const language = inviteesLanguage(facts, asked.lang);
    sendInviteesCalendar(reply, facts, { language, url: this.links.address(`/i/${token}`) });
  }

  /** The invitation of a token; if it opens nothing (any more), the reader is told so and null comes back. */
  private async open(request: PageRequest, reply: FastifyReply): Promise<InvitationPageFacts | null> {
    const { token, asked } = askedOf(request);
    const facts = await findByToken(this.unitOfWork.reader, token);
    if (facts === null) {
      const language = readersLanguage(request, asked.lang);
      const languageLinks = linksBehind(`/i/${encodeURIComponent(token)}`);
      const frame = presentFrame({ language, languageLinks, indexed: false });
      sendPrivatePage(reply, 404, tokenProblemPage({ frame, problem: 'unknown', contact: null }));
      return null;
    }
    const { invitation, bundle } = facts;
    const isWithdrawn = invitation.state === 'withdrawn';
    const gone = goneBecause({ isWithdrawn, endsAt: bundle.meeting.endsAt }, this.clock.now());
    if (gone === null) return facts;
    const language = inviteesLanguage(facts, asked.lang);
    sendPrivatePage(reply, 410, tokenProblemPage(presentTokenProblem(facts, gone, { token, language })));
    return null;
  }

  private async showInvitation(
    reply: FastifyReply,
    facts: InvitationPageFacts,
    asked: PageAsked,
  ): Promise<void> {
    const view = await this.viewOf(facts, asked);
    sendPrivatePage(reply, asked.problem === null ? 200 : 422, createElement(InvitationPage, { view }));
  }

  private async viewOf(facts: InvitationPageFacts, { token, asked, problem, typed }: PageAsked) {
    const language = inviteesLanguage(facts, asked.lang);
    const { meetingId, personId } = facts.invitation;
    const { reader } = this.unitOfWork;
    const series = await findMeetingSeries(reader, { meetingId, personId });
    const before = { values: await findOwnValues(reader, facts.invitation.id), problems: [] };
    return presentInvitation(facts, {
      token,
      language,
      now: this.clock.now(),
      chosen: asked.answer,
      problem,
      answers: typed?.answers ?? before,
      seats: typed?.seats ?? null,
      series,
      files: await findFilesFor(reader, 'invited', [meetingId]),
      registrationUrl: this.links.registration(facts.registration),
    });
  }
}

type PageRequest = FastifyRequest<{ Params: { token: string }; Querystring: Asked; Body: unknown }>;

function askedOf({ params, query }: PageRequest): { token: string; asked: Asked } {
  return { token: params.token, asked: query };
}

interface PageAsked {
  readonly token: string;
  readonly asked: Asked;
  readonly problem: AnswerProblemView | null;
  /** What was typed; without it, what was answered before is shown. */
  readonly typed?: TypedForm;
}

function tokenProblemPage(view: TokenProblemView) {
  return createElement(TokenProblemPage, { view });
}
