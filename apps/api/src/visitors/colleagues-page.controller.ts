import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { Clock } from '#kernel';
import type { Language } from '#kernel';
import { colleagueCodes, colleaguesLeft, RegisterColleagues, whereReaderOf } from '#participation';
import type { InvitationPageFacts } from '#participation';
import { ColleaguesPage } from '../pages/colleagues.page.js';
import type { ColleaguesView, NamedView } from '../pages/views/named.view.js';
import { closedBecause, invitationFrame, inviteesLanguage } from './invitation-view.presenter.js';
import { presentMeetingView } from './meeting-view.presenter.js';
import { emptyColleague, isEmpty, readColleague } from './named-form.js';
import type { ComingColleague } from './named-form.js';
import { askedOf, OpenInvitation } from './open-invitation.js';
import type { PageRequest } from './open-invitation.js';
import { presentSeats } from './seat-form.js';
import { sendPrivatePage } from './send-page.js';

// More than that on one page is no form any more; the page can be opened again.
const MOST_ROWS = 6;

/** `/i/:token/colleagues`: the invitee registers others of their organisation. */
@Controller('/i/:token/colleagues')
export class ColleaguesPageController {
  constructor(
    private readonly invitations: OpenInvitation,
    private readonly colleagues: RegisterColleagues,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const { token, asked } = askedOf(request);
    const language = inviteesLanguage(facts, asked.lang);
    if (leftOf(facts) === 0 || closedBecause(facts, this.clock.now()) !== null) {
      await reply.redirect(`/i/${token}?lang=${language}`, 303);
      return;
    }
    const kinds = kindsOf(facts, language);
    const people = prefixes(facts).map((prefix) => emptyColleague({ language, kinds, prefix }));
    this.send(request, reply, { facts, people, together: false, problem: null });
  }

  @Post()
  async register(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const { token, asked } = askedOf(request);
    const language = inviteesLanguage(facts, asked.lang);
    const { people, colleagues, places, together } = readForm(request.body, {
      language,
      kinds: kindsOf(facts, language),
    });
    const shown = { facts, people, together };
    if (colleagues === null) {
      this.send(request, reply, { ...shown, problem: null });
      return;
    }
    const command = { invitationId: facts.invitation.id, colleagues, together, requestId: request.id };
    const outcome = await this.colleagues.register(command);
    if (outcome.outcome === 'accepted') {
      await reply.redirect(`/i/${token}?lang=${language}#colleagues`, 303);
      return;
    }
    if (outcome.outcome === 'refused') {
      this.send(request, reply, {
        ...shown,
        problem: colleagueCodes[outcome.reason],
        params: { most: outcome.most ?? 0 },
      });
      return;
    }
    const problemOf = (place: number) => outcome.problems.get(places.indexOf(place));
    const marked = people.map((person, place) => {
      const problem = problemOf(place);
      return problem === undefined
        ? person
        : { ...person, problems: [{ field: 'address', code: colleagueCodes[problem] }] };
    });
    this.send(request, reply, { ...shown, people: marked, problem: null });
  }

  private send(
    request: PageRequest,
    reply: FastifyReply,
    { facts, people, together, ...wrong }: Shown,
  ): void {
    const { token, asked } = askedOf(request);
    const { bundle } = facts;
    const language = inviteesLanguage(facts, asked.lang);
    const view = {
      frame: invitationFrame(facts, token, language),
      meeting: presentMeetingView(bundle, language, this.clock.now(), whereReaderOf(bundle.meeting, null)),
      action: `/i/${token}/colleagues?lang=${language}`,
      invitationUrl: `/i/${token}?lang=${language}`,
      left: leftOf(facts),
      people,
      together,
      problem: wrong.problem,
      params: wrong.params,
    };
    const isWrong = wrong.problem !== null || people.some(({ problems }) => problems.length > 0);
    sendPrivatePage(reply, isWrong ? 422 : 200, createElement(ColleaguesPage, { view }));
  }
}

interface Shown {
  readonly facts: InvitationPageFacts;
  readonly people: readonly NamedView[];
  readonly together: boolean;
  readonly problem: string | null;
  readonly params?: ColleaguesView['params'];
}

function leftOf({ bundle, invitation, colleagues }: InvitationPageFacts): number {
  return colleaguesLeft(bundle.meeting.seating, invitation, colleagues.length);
}

/** At first the kind that the invitee has. */
function kindsOf({ bundle, registration }: InvitationPageFacts, language: Language): NamedView['kinds'] {
  return presentSeats(bundle.meeting.seating, registration, { typed: null, language }).contingents;
}

function prefixes(facts: InvitationPageFacts): readonly string[] {
  return Array.from({ length: Math.min(MOST_ROWS, leftOf(facts)) }, (_, place) => `${place + 1}-`);
}

interface ReadForm {
  readonly people: readonly NamedView[];
  /** Those that are not empty; null if something is wrong with one of them. */
  readonly colleagues: readonly ComingColleague[] | null;
  /** The rows that they stand in. */
  readonly places: readonly number[];
  readonly together: boolean;
}

/** Reads the rows of the form, of which empty ones do not count. */
function readForm(
  body: unknown,
  shared: { readonly language: Language; readonly kinds: NamedView['kinds'] },
): ReadForm {
  const sent: Readonly<Record<string, unknown>> = { ...Object(body) };
  const rows = Array.from({ length: MOST_ROWS }, (_, place) => `${place + 1}-`)
    .filter((prefix) => typeof sent[`${prefix}address`] === 'string')
    .map((prefix) => readColleague(sent, { ...shared, prefix }));
  const people = rows.map(({ view }) => (isEmpty(view) ? { ...view, problems: [] } : view));
  const filled = rows.filter(({ view }) => !isEmpty(view));
  const colleagues = filled.flatMap(({ colleague }) => colleague ?? []);
  return {
    people,
    colleagues: colleagues.length === filled.length ? colleagues : null,
    places: rows.flatMap(({ view }, place) => (isEmpty(view) ? [] : [place])),
    together: sent['together'] === 'yes',
  };
}
