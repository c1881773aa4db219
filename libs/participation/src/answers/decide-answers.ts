import type { RegistrationState } from '#contracts';
import { newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { decideRegistration } from '../rules/registration.rules.js';
import type {
  AnsweredState,
  Moved,
  RegistrationRefusal,
  SeatFacts,
  Standing,
} from '../rules/registration.rules.js';
import { assertMayBecome } from '../rules/registration.transitions.js';
import { giveBack } from '../rules/seats.rules.js';
import { partyOf, seatLimitOf } from '../seats/party-of.js';
import { isByHost, mostCompanions, refusalOf, seatsRefusalOf } from './answer.policy.js';
import type { AnsweringInvitation, Desk } from './desk.js';
import type { IncomingAnswer, RefusedAnswer } from './incoming-answer.js';

/** What somebody has asked for: companions' names and the kind of seat. */
export interface AskedSeats {
  readonly companions: readonly string[];
  readonly contingentId: Id | null;
}

/** One person's answer after the whole batch: the last that was accepted, and where it left the registration. */
export interface DecidedAnswer extends AskedSeats {
  readonly invitation: AnsweringInvitation;
  readonly incoming: IncomingAnswer;
  readonly registrationId: Id;
  readonly before: RegistrationState | null;
  readonly seatsBefore: AskedSeats | null;
  readonly state: AnsweredState;
  readonly arrival: number;
  readonly group: Id | null;
  /** How often the registration has been decided by then. */
  readonly decisions: number;
}

export interface Decisions {
  readonly facts: SeatFacts;
  /** By invitation, in the order of answering. */
  readonly answers: ReadonlyMap<Id, DecidedAnswer>;
  /** Registrations that moved up and are not among the answers, in order. */
  readonly moved: readonly Moved[];
  /** In the order of the batch. */
  readonly results: readonly AnswerResult[];
}

export type AnswerResult = { readonly accepted: Id } | { readonly refused: RefusedAnswer };

/** Folds a batch of answers over the desk, in the order given. Pure but for the ids of new registrations. */
export function decideAnswers(desk: Desk, batch: readonly IncomingAnswer[]): Decisions {
  const round = new AnswerRound(desk);
  const results = batch.map((incoming) => round.decide(incoming));
  return { facts: round.facts, answers: round.answers, moved: [...round.moved.values()], results };
}

interface Current extends AskedSeats {
  readonly registrationId: Id;
  readonly state: RegistrationState | null;
  readonly arrival: number | null;
  readonly group: Id | null;
  readonly isRefused: boolean;
  readonly offeredUntil: Temporal.Instant | null;
}

const NO_SEATS: AskedSeats = { companions: [], contingentId: null };

/** The state of the fold. */
class AnswerRound {
  facts: SeatFacts;
  readonly answers = new Map<Id, DecidedAnswer>();
  readonly moved = new Map<string, Moved>();

  constructor(private readonly desk: Desk) {
    this.facts = desk.facts;
  }

  decide(incoming: IncomingAnswer): AnswerResult {
    const invitation = this.desk.invitations.get(incoming.invitationId);
    if (invitation === undefined) return { refused: { reason: 'withdrawn' } };
    const current = this.currentOf(invitation);
    const hasOffer = current.state === 'offered' && !isLapsed(current, incoming);
    const { meeting } = this.desk;
    const had = current.companions.length;
    const reason =
      refusalOf(meeting, { ...invitation, hasOffer }, incoming) ?? seatsRefusalOf(meeting, incoming, had);
    if (reason === null) return this.take(incoming, invitation, current);
    const isMany = reason === 'too-many-companions';
    return { refused: { reason, ...(isMany && { most: mostCompanions(meeting, incoming, had) }) } };
  }

  private take(incoming: IncomingAnswer, invitation: AnsweringInvitation, current: Current): AnswerResult {
    const { meeting } = this.desk;
    const asked = askedSeats(incoming, current);
    const standing = this.standingOf(invitation, current);
    const hasLapsed = current.state === 'offered' && isLapsed(current, incoming);
    // Whoever comes too late for an offer has none: their seat is free, and they ask anew.
    const facts = hasLapsed
      ? { ...this.facts, held: giveBack(this.facts.held, [standing.party]) }
      : this.facts;
    const step = decideRegistration(facts, hasLapsed ? { ...standing, state: 'cancelled' } : standing, {
      answer: incoming.answer,
      party: this.partyOf(invitation, asked),
      isApproved: isByHost(incoming),
    });
    if ('refused' in step) return { refused: refusedBy(meeting, step.refused) };
    this.facts = step.facts;
    const { state, arrival, moved } = step.decision;
    assertMayBecome(current.state, incoming.answer, state);
    // Whoever has moved up and answers now is written with the answer, not with those who moved up.
    this.moved.delete(current.registrationId);
    const registration = this.desk.registrations.get(invitation.personId);
    this.answers.set(invitation.id, {
      ...asked,
      invitation,
      incoming,
      registrationId: current.registrationId,
      before: registration?.state ?? null,
      seatsBefore: registration ?? null,
      state,
      arrival,
      group: state === 'declined' ? null : current.group,
      decisions: (registration?.decisions ?? 0) + 1,
    });
    for (const one of moved) this.move(one);
    return { accepted: invitation.id };
  }

  private move(moved: Moved): void {
    assertMayBecome('waitlisted', 'seat-free', moved.state);
    const own = [...this.answers.values()].find((answer) => answer.registrationId === moved.registrationId);
    if (own === undefined) this.moved.set(moved.registrationId, moved);
    else this.answers.set(own.invitation.id, { ...own, state: moved.state });
  }

  private currentOf(invitation: AnsweringInvitation): Current {
    const decided = this.answers.get(invitation.id);
    if (decided !== undefined) return { ...decided, isRefused: false, offeredUntil: null };
    const registration = this.desk.registrations.get(invitation.personId);
    if (registration === undefined) return { ...NEW, registrationId: newId() };
    const { id, companions, contingentId, arrival, groupId: group, cause, offeredUntil } = registration;
    const isRefused = cause === 'refused';
    const state = this.moved.get(id)?.state ?? registration.state;
    return { registrationId: id, state, companions, contingentId, arrival, group, isRefused, offeredUntil };
  }

  private standingOf(invitation: AnsweringInvitation, current: Current): Standing {
    return { ...current, party: this.partyOf(invitation, current) };
  }

  private partyOf({ id }: AnsweringInvitation, { companions, contingentId }: AskedSeats) {
    const seats = companions.length + 1;
    return partyOf(this.desk.meeting, this.desk.represented(id), { seats, contingentId });
  }
}

const NEW = { ...NO_SEATS, state: null, arrival: null, group: null, isRefused: false, offeredUntil: null };

/** What is asked for with this answer: what was asked before, as far as it says nothing else. */
function askedSeats({ answer, seats }: IncomingAnswer, current: AskedSeats): AskedSeats {
  if (answer === 'no') return NO_SEATS;
  return {
    companions: seats?.companions ?? current.companions,
    contingentId: seats?.contingentId ?? current.contingentId,
  };
}

function refusedBy(meeting: Meeting, refused: RegistrationRefusal): RefusedAnswer {
  if (typeof refused === 'string') return { reason: refused };
  return { reason: `above-${seatLimitOf(meeting, refused.limit)}`, most: refused.most };
}

function isLapsed({ offeredUntil }: Current, { receivedAt }: IncomingAnswer): boolean {
  return offeredUntil !== null && Temporal.Instant.compare(offeredUntil, receivedAt) < 0;
}
