import type { RegistrationState } from '#contracts';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import type { Invitation } from '../tables/invitation.entity.js';
import { decideRegistration } from '../rules/registration.rules.js';
import type { SeatFacts, Standing } from '../rules/registration.rules.js';
import { refusalOf } from './answer.policy.js';
import type { Desk } from './desk.js';
import type { AnswerRefusal, IncomingAnswer } from './incoming-answer.js';

/** One person's answer after the whole batch: the last that was accepted, and where it left the registration. */
export interface DecidedAnswer {
  readonly invitation: Invitation;
  readonly incoming: IncomingAnswer;
  readonly registrationId: Id;
  readonly before: RegistrationState | null;
  readonly state: RegistrationState;
  readonly arrival: number;
}

export interface Decisions {
  readonly facts: SeatFacts;
  /** By invitation, in the order of answering. */
  readonly answers: ReadonlyMap<Id, DecidedAnswer>;
  /** Registrations that moved up and are not among the answers. */
  readonly promoted: readonly Id[];
  /** In the order of the batch. */
  readonly results: readonly AnswerResult[];
}

export type AnswerResult = { readonly accepted: Id } | { readonly refused: AnswerRefusal };

/** Folds a batch of answers over the desk, in the order given. Pure but for the ids of new registrations. */
export function decideAnswers(desk: Desk, batch: readonly IncomingAnswer[]): Decisions {
  const answers = new Map<Id, DecidedAnswer>();
  const promoted = new Set<Id>();
  const results: AnswerResult[] = [];
  let facts = desk.facts;
  for (const incoming of batch) {
    const invitation = desk.invitations.get(incoming.invitationId);
    const refused = invitation === undefined ? 'withdrawn' : refusalOf(desk.meeting, invitation, incoming);
    if (invitation === undefined || refused !== null) {
      results.push({ refused: refused ?? 'withdrawn' });
      continue;
    }
    const standing = standingOf(desk, { decided: answers.get(invitation.id), promoted }, invitation);
    // Whoever has moved up and answers now is written with the answer, not with those who moved up.
    promoted.delete(standing.registrationId);
    const step = decideRegistration(facts, standing, incoming.answer);
    facts = step.facts;
    const before = desk.registrations.get(invitation.personId)?.state ?? null;
    const { state, arrival } = step.decision;
    answers.set(invitation.id, {
      invitation,
      incoming,
      registrationId: standing.registrationId,
      before,
      state,
      arrival,
    });
    movePromoted(step.decision.promoted, answers, promoted);
    results.push({ accepted: invitation.id });
  }
  return { facts, answers, promoted: [...promoted], results };
}

function standingOf(
  desk: Desk,
  { decided, promoted }: { decided: DecidedAnswer | undefined; promoted: ReadonlySet<Id> },
  invitation: Invitation,
): Standing {
  if (decided !== undefined) return { ...decided, seats: 1 };
  const registration = desk.registrations.get(invitation.personId);
  if (registration === undefined) return { registrationId: newId(), state: null, seats: 1, arrival: null };
  const { id, seats, arrival } = registration;
  return { registrationId: id, state: promoted.has(id) ? 'confirmed' : registration.state, seats, arrival };
}

function movePromoted(ids: readonly Id[], answers: Map<Id, DecidedAnswer>, promoted: Set<Id>): void {
  for (const id of ids) {
    const own = [...answers.values()].find((answer) => answer.registrationId === id);
    if (own === undefined) promoted.add(id);
    else answers.set(own.invitation.id, { ...own, state: 'confirmed' });
  }
}
