import type { RegistrationState } from '#contracts';
import type { Id } from '#kernel';
import { decideRegistration, holdsSeats } from '../rules/registration.rules.js';
import type { Moved, SeatFacts } from '../rules/registration.rules.js';
import { assertMayBecome } from '../rules/registration.transitions.js';
import { giveBack, hasRoom, take } from '../rules/seats.rules.js';
import type { Party } from '../rules/seats.rules.js';

export type RequestDecision = 'approve' | 'refuse' | 'free';

/** A registration that the host decides on. */
export interface Request {
  readonly registrationId: Id;
  readonly invitationId: Id;
  readonly state: RegistrationState;
  readonly party: Party;
  readonly arrival: number;
  readonly group: Id | null;
}

export interface DecidedRequest {
  readonly invitationId: Id;
  readonly before: RegistrationState;
  readonly after: 'confirmed' | 'waitlisted' | 'cancelled';
}

interface Plan {
  readonly facts: SeatFacts;
  readonly decided: readonly DecidedRequest[];
  /** Others who move up meanwhile. */
  readonly moved: readonly Moved[];
  /** Who was to have a seat and got none. */
  readonly withoutSeat: number;
}

/** What a decision does to each request, in the order in which people asked. */
export function planRequests(
  facts: SeatFacts,
  requests: readonly Request[],
  decision: RequestDecision,
): Plan {
  let plan: Plan = { facts, decided: [], moved: [], withoutSeat: 0 };
  for (const request of requests) plan = STEPS[decision](plan, request);
  return plan;
}

const STEPS = { approve, refuse, free } as const;

function approve(plan: Plan, request: Request): Plan {
  if (request.state === 'waitlisted') return seat(plan, request);
  if (request.state !== 'awaiting_approval') return plan;
  const standing = { ...request, isRefused: false };
  const wish = { answer: 'yes', party: request.party, isApproved: true } as const;
  const step = decideRegistration(plan.facts, standing, wish);
  if ('refused' in step) return plan;
  const { state, moved } = step.decision;
  if (state !== 'confirmed' && state !== 'waitlisted') return plan;
  const withoutSeat = plan.withoutSeat + (state === 'waitlisted' ? 1 : 0);
  const next = { ...plan, facts: step.facts, moved: [...plan.moved, ...moved], withoutSeat };
  return withDecided(next, request, state, 'host-approves');
}

/** The host may give a seat past the line, but none that is not there. */
function seat(plan: Plan, request: Request): Plan {
  const { facts } = plan;
  if (!hasRoom(facts.limits, facts.held, [request.party])) {
    return { ...plan, withoutSeat: plan.withoutSeat + 1 };
  }
  const held = take(facts.held, [request.party]);
  const next = { ...plan, facts: { ...withoutWaiting(facts, request), held } };
  return withDecided(next, request, 'confirmed', 'host-approves');
}

function refuse(plan: Plan, request: Request): Plan {
  const { state, party } = request;
  if (state !== 'awaiting_approval' && state !== 'waitlisted' && state !== 'offered') return plan;
  const { facts } = plan;
  const held = holdsSeats(state) ? giveBack(facts.held, [party]) : facts.held;
  const next = { ...plan, facts: { ...withoutWaiting(facts, request), held } };
  return withDecided(next, request, 'cancelled', 'host-refuses');
}

function free(plan: Plan, request: Request): Plan {
  const { state, party, registrationId, arrival, group } = request;
  if (!holdsSeats(state)) return plan;
  const { facts } = plan;
  const waiting = [...facts.waiting, { registrationId, arrival, party, group }].toSorted(
    (one, other) => one.arrival - other.arrival,
  );
  const next = { ...plan, facts: { ...facts, held: giveBack(facts.held, [party]), waiting } };
  return withDecided(next, request, 'waitlisted', 'host-frees');
}

function withDecided(
  plan: Plan,
  { invitationId, state }: Request,
  after: DecidedRequest['after'],
  by: 'host-approves' | 'host-refuses' | 'host-frees',
): Plan {
  assertMayBecome(state, by, after);
  return { ...plan, decided: [...plan.decided, { invitationId, before: state, after }] };
}

function withoutWaiting(facts: SeatFacts, { registrationId }: Request): SeatFacts {
  return { ...facts, waiting: facts.waiting.filter((one) => one.registrationId !== registrationId) };
}
