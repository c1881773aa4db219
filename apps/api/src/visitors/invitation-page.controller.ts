import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { UnitOfWork } from '#database';
import { asLanguage } from '#i18n';
import { AnswerInvitation, findByToken, refusalCodes } from '#participation';
import type { InvitationPageFacts } from '#participation';
import { AnsweredPage } from '../pages/answered.page.js';
import { InvitationPage } from '../pages/invitation.page.js';
import { inviteesLanguage, presentAnswered } from './invitation-view.presenter.js';
import { InvitationViews } from './invitation-views.js';
import type { PageAsked } from './invitation-views.js';
import { readAnswerForm } from './answer-form.js';
import { askedOf, OpenInvitation } from './open-invitation.js';
import type { PageRequest } from './open-invitation.js';
import { sendPrivatePage } from './send-page.js';

/** `/i/:token`: the invitee's page. Reading it changes nothing, however often a mail scanner does. */
@Controller('/i/:token')
export class InvitationPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerInvitation: AnswerInvitation,
    private readonly views: InvitationViews,
    private readonly invitations: OpenInvitation,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.invitations.open(request, reply);
    if (facts !== null) await this.showInvitation(reply, facts, { ...askedOf(request), problem: null });
  }

  @Post()
  async answer(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token, asked } = askedOf(request);
    const invitation = await this.answerInvitation.find(token);
    if (invitation === null || this.invitations.goneBecause(invitation) !== null) {
      await this.invitations.open(request, reply);
      return;
    }
    const { typed, given, problem } = readAnswerForm(invitation, request.body);
    if (given === null) {
      await this.showProblem(request, reply, { problem, typed });
      return;
    }
    const { invitationId, meetingId } = invitation;
    const source = { invitationId, meetingId, channel: 'web', requestId: request.id } as const;
    const outcome = await this.answerInvitation.answer({ ...given, ...source });
    if (outcome.outcome === 'accepted') {
      const language = asLanguage(asked.lang);
      const query = language === undefined ? '' : `?lang=${language}`;
      await reply.redirect(`/i/${token}/answered${query}`, 303);
      return;
    }
    const code = refusalCodes[outcome.reason];
    const params = { most: outcome.most ?? invitation.seating.companions };
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
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const answered = presentAnswered(facts, inviteesLanguage(facts, asked.lang));
    const view = await this.views.of(facts, { token, asked, problem: null });
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

  private async showInvitation(
    reply: FastifyReply,
    facts: InvitationPageFacts,
    asked: PageAsked,
  ): Promise<void> {
    const view = await this.views.of(facts, asked);
    sendPrivatePage(reply, asked.problem === null ? 200 : 422, createElement(InvitationPage, { view }));
  }
}
