import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { Clock } from '#kernel';
import type { Language, PickedText } from '#kernel';
import {
  NameSubstitute,
  passesSeatOn,
  passingRefusalOf,
  substituteCodes,
  whereReaderOf,
} from '#participation';
import type { InvitationPageFacts } from '#participation';
import { InvitationPage } from '../pages/invitation.page.js';
import { SubstitutePage } from '../pages/substitute.page.js';
import type { NamedView, NoteView } from '../pages/views/named.view.js';
import { readAnswerForm, readNote } from './answer-form.js';
import { invitationFrame, inviteesLanguage } from './invitation-view.presenter.js';
import { InvitationViews } from './invitation-views.js';
import { presentMeetingView } from './meeting-view.presenter.js';
import { emptyColleague, readColleague } from './named-form.js';
import { askedOf, OpenInvitation } from './open-invitation.js';
import type { PageRequest } from './open-invitation.js';
import { presentSeats } from './seat-form.js';
import { sendPrivatePage } from './send-page.js';

/** `/i/:token/substitute`: the invitee's colleague comes. */
@Controller('/i/:token/substitute')
export class SubstitutePageController {
  constructor(
    private readonly invitations: OpenInvitation,
    private readonly nameSubstitute: NameSubstitute,
    private readonly clock: Clock,
    private readonly views: InvitationViews,
  ) {}

  @Get()
  async show(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    if (this.refusalOf(facts) !== null) {
      const { token, asked } = askedOf(request);
      await reply.redirect(`/i/${token}?lang=${inviteesLanguage(facts, asked.lang)}`, 303);
      return;
    }
    this.begin(request, reply, facts, { text: facts.invitation.answerNote ?? '', wrong: null });
  }

  /** The empty form, with the note that was typed before. */
  private begin(request: PageRequest, reply: FastifyReply, facts: InvitationPageFacts, note: NoteView): void {
    const { asked } = askedOf(request);
    const language = inviteesLanguage(facts, asked.lang);
    const person = emptyColleague({ language, kinds: kindsOf(facts, language) });
    this.send(request, reply, { facts, person, note, problem: null });
  }

  @Post()
  async name(@Req() request: PageRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.invitations.open(request, reply);
    if (facts === null) return;
    const { token, asked } = askedOf(request);
    const language = inviteesLanguage(facts, asked.lang);
    const note = readNote(request.body);
    if (comesFromAnswer(request.body)) {
      const refused = this.refusalOf(facts);
      if (refused === null) this.begin(request, reply, facts, note);
      else await this.showInvitation(request, reply, facts, substituteCodes[refused]);
      return;
    }
    const { colleague, view: person } = readColleague(request.body, {
      language,
      kinds: kindsOf(facts, language),
    });
    if (colleague === null || note.wrong !== null) {
      this.send(request, reply, { facts, person, note, problem: null });
      return;
    }
    const by = { kind: 'invitee', requestId: request.id } as const;
    const { contingentId, ...named } = colleague;
    const seats = { companions: null, contingentId };
    const told = { note: note.text.trim() || null, seats, by };
    const invitationId = facts.invitation.id;
    const outcome = await this.nameSubstitute.name({ invitationId, colleague: named, ...told });
    if (outcome.outcome === 'accepted') {
      await reply.redirect(`/i/${token}/answered?lang=${language}`, 303);
      return;
    }
    this.send(request, reply, { facts, person, note, problem: substituteCodes[outcome.reason] });
  }

  private refusalOf({ bundle: { meeting }, invitation, registration }: InvitationPageFacts) {
    const receivedAt = this.clock.now();
    return passingRefusalOf({ meeting, invitation, registration, channel: 'web', receivedAt });
  }

  /** Where nobody can be named any more: the page that was left, with all that was typed there. */
  private async showInvitation(
    request: PageRequest,
    reply: FastifyReply,
    facts: InvitationPageFacts,
    code: string,
  ): Promise<void> {
    const { typed } = readAnswerForm(facts.bundle.meeting, request.body);
    const problem = { code, field: 'answer', note: typed.note } as const;
    const view = await this.views.of(facts, { ...askedOf(request), problem, typed });
    sendPrivatePage(reply, 422, createElement(InvitationPage, { view }));
  }

  private send(request: PageRequest, reply: FastifyReply, { facts, person, note, problem }: Shown): void {
    const { token, asked } = askedOf(request);
    const { bundle, registration } = facts;
    const language = inviteesLanguage(facts, asked.lang);
    const view = {
      frame: invitationFrame(facts, token, language),
      meeting: presentMeetingView(
        bundle,
        language,
        this.clock.now(),
        whereReaderOf(bundle.meeting, registration),
      ),
      action: `/i/${token}/substitute?lang=${language}`,
      invitationUrl: `/i/${token}?lang=${language}`,
      person,
      passedKind: passedKindOf(facts, language),
      note,
      problem,
    };
    const isWrong = problem !== null || note.wrong !== null || person.problems.length > 0;
    sendPrivatePage(reply, isWrong ? 422 : 200, createElement(SubstitutePage, { view }));
  }
}

interface Shown {
  readonly facts: InvitationPageFacts;
  readonly person: NamedView;
  readonly note: NoteView;
  readonly problem: string | null;
}

/** A seat, or a place in line, that is passed on is of the kind it is. */
function kindsOf({ bundle, registration }: InvitationPageFacts, language: Language): NamedView['kinds'] {
  if (passesSeatOn(registration)) return [];
  return presentSeats(bundle.meeting.seating, registration, { typed: null, language }).contingents;
}

function passedKindOf({ bundle, registration }: InvitationPageFacts, language: Language): PickedText | null {
  if (!passesSeatOn(registration)) return null;
  const { contingents } = presentSeats(bundle.meeting.seating, registration, { typed: null, language });
  return contingents.length < 2 ? null : (contingents.find(({ isChosen }) => isChosen)?.name ?? null);
}

/** Whether the invitation's own form was sent, by the button that leads here. */
function comesFromAnswer(body: unknown): boolean {
  return (Object(body) as { answer?: unknown }).answer === 'substitute';
}
