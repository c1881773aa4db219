import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { AnswerValue } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import {
  AnswerInvitation,
  findByRegistrationToken,
  findOwnValues,
  hasRegisteredOpenly,
  refusalCodes,
  wasThere,
} from '#participation';
import { TokenProblemPage } from '../pages/refusal.pages.js';
import { RegistrationPage } from '../pages/registration.page.js';
import type { AnswerProblemView, TokenProblemView } from '../pages/views/invitation.view.js';
import { findFilesFor, wordsOf } from '#meetings';
import { readAnswerForm } from './answer-form.js';
import type { TypedForm } from './answer-form.js';
import { inviteesLanguage } from './invitation-view.presenter.js';
import { sendInviteesCalendar } from './invitees-calendar.js';
import { goneBecause } from './invitation-links-end.js';
import { linksBehind, presentFrame, presentMeetingFrame, readersLanguage } from './page-frame.presenter.js';
import { PageLinks } from './page-links.js';
import { presentRegistration } from './registration-view.presenter.js';
import type { RegistrationFacts } from './registration-view.presenter.js';
import { sendPrivatePage } from './send-page.js';
import { presentTyped, readTyped } from './typed-kept.js';

type PageRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: { lang?: string; saved?: string };
  Body: unknown;
}>;

interface Shown {
  readonly problem: AnswerProblemView | null;
  readonly typed?: TypedForm;
}

/** `/r/:token`: somebody's registration. Reading it changes nothing. */
@Controller('/r/:token')
export class RegistrationPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerInvitation: AnswerInvitation,
    private readonly clock: Clock,
    private readonly links: PageLinks,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts !== null) await this.showRegistration(request, reply, facts, { problem: null });
  }

  @Post()
  async change(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const { invitation, bundle } = facts;
    const sent = { ...Object(request.body) } as Record<string, unknown>;
    const answer = answerOf(sent, invitation.answer === 'substitute' ? 'yes' : (invitation.answer ?? 'yes'));
    if (answer === null) {
      const problem = { code: 'answer.tick-to-cancel', field: 'answer', note: '' } as const;
      await this.showRegistration(request, reply, facts, { problem });
      return;
    }
    const { typed, given, problem } = readAnswerForm(bundle.meeting, { ...sent, answer, note: '' });
    if (given === null) {
      await this.showRegistration(request, reply, facts, { problem, typed });
      return;
    }
    const outcome = await this.answerInvitation.answer({
      ...given,
      note: invitation.answerNote,
      invitationId: invitation.id,
      channel: 'web',
      requestId: request.id,
    });
    if (outcome.outcome === 'accepted') {
      const language = inviteesLanguage(facts, request.query.lang);
      await reply.redirect(`${pathOf(request)}?lang=${language}&saved=1`, 303);
      return;
    }
    const params = { most: outcome.most ?? bundle.meeting.seating.companions };
    const refused = { code: refusalCodes[outcome.reason], params, field: 'answer', note: '' } as const;
    await this.showRegistration(request, reply, facts, { problem: refused, typed });
  }

  @Get('/meeting.ics')
  async calendarFile(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const language = inviteesLanguage(facts, request.query.lang);
    const url = this.links.address(pathOf(request));
    sendInviteesCalendar(reply, facts, { language, url });
  }

  /** The registration of a token; if it opens nothing (any more), the reader is told so and null comes back. */
  private async open(request: PageRequest, reply: FastifyReply): Promise<RegistrationFacts | null> {
    const facts = await findByRegistrationToken(this.unitOfWork.reader, request.params.token);
    const path = pathOf(request);
    if (facts === null) {
      const language = readersLanguage(request, request.query.lang);
      const frame = presentFrame({ language, languageLinks: linksBehind(path), indexed: false });
      sendProblem(reply, 404, { frame, problem: 'unknown-registration', contact: null });
      return null;
    }
    const { invitation, bundle } = facts;
    const isWithdrawn = invitation.state === 'withdrawn';
    const problem = goneBecause({ isWithdrawn, endsAt: bundle.meeting.endsAt }, this.clock.now());
    if (problem === null) return facts;
    const language = inviteesLanguage(facts, request.query.lang);
    const frame = presentMeetingFrame(facts.bundle, path, language);
    const kept = readTyped(bundle.meeting, request.body, language);
    sendProblem(reply, 410, { frame, problem, contact: wordsOf(bundle, language).organiser, kept });
    return null;
  }

  private async showRegistration(
    request: PageRequest,
    reply: FastifyReply,
    facts: RegistrationFacts,
    { problem, typed }: Shown,
  ): Promise<void> {
    const { reader } = this.unitOfWork;
    const { id, meetingId } = facts.invitation;
    const language = inviteesLanguage(facts, request.query.lang);
    const view = presentRegistration(facts, {
      path: pathOf(request),
      language,
      now: this.clock.now(),
      links: this.links,
      isSaved: problem === null && request.query.saved === '1',
      problem,
      answers: typed?.answers ?? { values: await findOwnValues(reader, id), problems: [] },
      seats: typed?.seats ?? null,
      typed: typed === undefined ? null : presentTyped(facts.bundle.meeting, typed, language),
      files: await findFilesFor(reader, 'invited', [meetingId]),
      hasRegisteredThemselves: await hasRegisteredOpenly(reader, id),
      hasCertificate: await wasThere(reader, facts.invitation),
    });
    if (view !== null) {
      sendPrivatePage(reply, problem === null ? 200 : 422, createElement(RegistrationPage, { view }));
      return;
    }
    // Asked anew since: there is only the invitation.
    await reply.redirect(this.links.invitation(facts.invitation), 303);
  }
}

/** What is answered by a button of the page; null: the box that asks once is not ticked. */
function answerOf({ do: wish, sure }: Record<string, unknown>, before: AnswerValue): AnswerValue | null {
  if (wish === 'cancel') return sure === 'yes' ? 'no' : null;
  if (wish === 'give-back') return 'no';
  return wish === 'take' ? 'yes' : before;
}

function pathOf({ params }: PageRequest): string {
  return `/r/${encodeURIComponent(params.token)}`;
}

function sendProblem(reply: FastifyReply, status: number, view: TokenProblemView): void {
  sendPrivatePage(reply, status, createElement(TokenProblemPage, { view }));
}
