import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { pollVotes } from '#contracts';
import type { VoteValue } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, Temporal } from '#kernel';
import { findPollByToken, Vote } from '#polls';
import type { PollPageFacts } from '#polls';
import { fieldErrors } from '../http/field-errors.js';
import { PollPage, PollProblemPage } from '../pages/poll.page.js';
import { presentFrame, readersLanguage } from './page-frame.presenter.js';
import { participantsLanguage, presentPoll } from './poll-view.presenter.js';
import type { PollAsked } from './poll-view.presenter.js';
import { sendPrivatePage } from './send-page.js';

// As for an invitation: long enough to look up what it was, short enough that an old mail opens nothing.
const DAYS_AFTER_THE_LAST_DATE = 30;

type PageRequest = FastifyRequest<{
  Params: { token: string };
  Querystring: { readonly lang?: string; readonly saved?: string };
  Body: unknown;
}>;

/** `/p/:token`: a participant's page. Reading it changes nothing; a vote can be sent again, and the last one counts. */
@Controller('/p/:token')
export class PollPageController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vote: Vote,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts !== null) this.showPoll(request, reply, facts, null);
  }

  @Post()
  async answer(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.open(request, reply);
    if (facts === null) return;
    const sent = sentIn(request.body);
    const parsed = pollVotes.safeParse(sent);
    if (!parsed.success) {
      const [wrong] = fieldErrors(parsed.error, (path) => path);
      const code = wrong?.pointer === '/note' ? wrong.code : 'poll.vote-missing';
      this.showPoll(request, reply, facts, { ...sent, code });
      return;
    }
    const outcome = await this.vote.vote({
      participantId: facts.participant.id,
      votes: parsed.data.votes,
      note: parsed.data.note === '' ? null : parsed.data.note,
      requestId: request.id,
    });
    if (outcome.outcome === 'refused') {
      this.showPoll(request, reply, facts, { ...sent, code: outcome.code });
      return;
    }
    const language = participantsLanguage(facts, request.query.lang);
    await reply.redirect(`/p/${request.params.token}?lang=${language}&saved=yes`, 303);
  }

  /** The poll of a token; if it opens nothing (any more), the reader is told so and null comes back. */
  private async open(request: PageRequest, reply: FastifyReply): Promise<PollPageFacts | null> {
    const facts = await findPollByToken(this.unitOfWork.reader, request.params.token);
    if (facts !== null && !this.isExpired(facts)) return facts;
    const { lang } = request.query;
    const language = facts === null ? readersLanguage(request, lang) : participantsLanguage(facts, lang);
    const path = `/p/${encodeURIComponent(request.params.token)}`;
    const languageLinks = { de: `${path}?lang=de`, en: `${path}?lang=en` };
    const frame = presentFrame({ language, languageLinks, indexed: false });
    const problem = facts === null ? 'unknown' : 'expired';
    const page = createElement(PollProblemPage, { view: { frame, problem } });
    sendPrivatePage(reply, facts === null ? 404 : 410, page);
    return null;
  }

  private isExpired({ bundle: { options, poll } }: PollPageFacts): boolean {
    const last = options.at(-1)?.startsLocal ?? poll.deadlineLocal;
    const here = this.clock.now().toZonedDateTimeISO(poll.zone).toPlainDateTime();
    return Temporal.PlainDateTime.compare(last.add({ days: DAYS_AFTER_THE_LAST_DATE }), here) < 0;
  }

  private showPoll(
    request: PageRequest,
    reply: FastifyReply,
    facts: PollPageFacts,
    sent: PollAsked['sent'],
  ): void {
    const view = presentPoll(facts, {
      token: request.params.token,
      language: participantsLanguage(facts, request.query.lang),
      now: this.clock.now(),
      saved: request.query.saved === 'yes',
      sent,
    });
    sendPrivatePage(reply, sent === null ? 200 : 422, createElement(PollPage, { view }));
  }
}

const known: readonly VoteValue[] = ['yes', 'if-need-be', 'no'];

/** What the form says: a vote for each field `vote-<option>`; anything else is as if it had not been sent. */
function sentIn(body: unknown): { votes: Record<string, VoteValue>; note: string } {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const votes = fields.flatMap(([name, value]) => {
    const vote = known.find((each) => each === value);
    return name.startsWith('vote-') && vote !== undefined
      ? [[name.slice('vote-'.length), vote] as const]
      : [];
  });
  const note = fields.find(([name]) => name === 'note')?.[1];
  return { votes: Object.fromEntries(votes), note: typeof note === 'string' ? note : '' };
}
