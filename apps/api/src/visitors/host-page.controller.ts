import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { AnswerSwap, AnswerTurn, findHostLink } from '#series';
import type { HostAnswer, HostLinkFacts } from '#series';
import { HostPage } from '../pages/host.page.js';
import { TokenProblemPage } from '../pages/refusal.pages.js';
import type { HostView } from '../pages/views/host.view.js';
import { hostsLanguage, presentHost } from './host-view.presenter.js';
import { presentFrame, readersLanguage } from './page-frame.presenter.js';
import { sendPrivatePage } from './send-page.js';

const MOST_CHARACTERS = 500;

/** What the form sends. */
const typedAnswer = z.object({
  decision: z.enum(['confirm', 'decline']).optional().catch(undefined),
  reason: z.string().trim().optional().catch(undefined),
});

/** `/h/:token`: a host's page about a turn or a swap. Reading it changes nothing, however often a mail scanner does. */
@Controller('/h/:token')
export class HostPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerTurn: AnswerTurn,
    private readonly answerSwap: AnswerSwap,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts !== null) this.send(request, reply, facts);
  }

  @Post()
  async answer(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const { decision, reason = '' } = typedAnswer.parse(request.body ?? {});
    if (decision === undefined) {
      this.send(request, reply, facts, { code: 'host-turn.answer-missing', field: 'answer', reason });
      return;
    }
    if (reason.length > MOST_CHARACTERS) {
      this.send(request, reply, facts, { code: 'validation.too-long', field: 'reason', reason });
      return;
    }
    const answer: HostAnswer =
      decision === 'confirm' ? { decision } : { decision, reason: reason === '' ? null : reason };
    const command = { link: facts.link, answer, requestId: request.id };
    const useCase = facts.swap === null ? this.answerTurn : this.answerSwap;
    // What was settled meanwhile, the page says by its state.
    await useCase.answer(command);
    const { token } = request.params;
    await reply.redirect(`/h/${token}?lang=${hostsLanguage(facts, request.query.lang)}`, 303);
  }

  /** What a token opens; if nothing, the reader is told so and null comes back. */
  private async open(request: PageRequest, reply: FastifyReply): Promise<HostLinkFacts | null> {
    const { token } = request.params;
    const facts = await findHostLink(this.unitOfWork.reader, token);
    if (facts !== null) return facts;
    const link = `/h/${encodeURIComponent(token)}`;
    const frame = presentFrame({
      language: readersLanguage(request, request.query.lang),
      languageLinks: { de: `${link}?lang=de`, en: `${link}?lang=en` },
      indexed: false,
    });
    const view = { frame, problem: 'unknown-host', contact: null } as const;
    sendPrivatePage(reply, 404, createElement(TokenProblemPage, { view }));
    return null;
  }

  private send(
    request: PageRequest,
    reply: FastifyReply,
    facts: HostLinkFacts,
    problem: HostView['problem'] = null,
  ): void {
    const { token } = request.params;
    const language = hostsLanguage(facts, request.query.lang);
    const view = presentHost(facts, { token, language, now: this.clock.now(), problem });
    sendPrivatePage(reply, problem === null ? 200 : 422, createElement(HostPage, { view }));
  }
}

type PageRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: { readonly lang?: string };
  Body: unknown;
}>;
