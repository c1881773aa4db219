import type { AnswerValue, RegistrationState } from '#contracts';

/** What an answer and its consequences are decided from; everything is read under the meeting's lock. */
export interface SeatFacts {
  /** Seats of the meeting; null: as many as come. */
  readonly capacity: number | null;
  /** Seats that are held: confirmed people with their companions, and unexpired offers. */
  readonly held: number;
  /** Those who wait, first in line first. */
  readonly waiting: readonly WaitingParty[];
  /** Order of arrival given last. */
  readonly lastArrival: number;
}

export interface WaitingParty {
  readonly registrationId: string;
  readonly seats: number;
}

/** One person's standing before the answer; `state` is null before the first. */
export interface Standing {
  readonly registrationId: string;
  readonly state: RegistrationState | null;
  readonly seats: number;
  readonly arrival: number | null;
}

export interface RegistrationDecision {
  readonly state: RegistrationState;
  /** Kept while the state is kept; a new one when the person (again) asks for a seat. */
  readonly arrival: number;
  /** Who moves up because this answer freed seats, in order. */
  readonly promoted: readonly string[];
}

/**
 * Decides one answer and says what is true after it, so that answers taken together are a fold over the facts. A seat
 * goes to whoever answered first: as long as anybody waits, a new *yes* joins the line, even when a freed seat would
 * be big enough. Answering again keeps the place.
 */
export function decideRegistration(
  facts: SeatFacts,
  standing: Standing,
  answer: AnswerValue,
): { readonly decision: RegistrationDecision; readonly facts: SeatFacts } {
  const wanted = wantedState(facts, standing, answer);
  const keepsPlace = wanted === standing.state && standing.arrival !== null;
  const arrival = keepsPlace ? standing.arrival : facts.lastArrival + 1;
  const after = applyState(facts, standing, wanted);
  const moved = promote({ ...after, lastArrival: Math.max(facts.lastArrival, arrival) });
  return { decision: { state: wanted, arrival, promoted: moved.promoted }, facts: moved.facts };
}

/** Lets those who wait move up, first in line first, until the first party that does not fit. */
export function promote(facts: SeatFacts): {
  readonly promoted: readonly string[];
  readonly facts: SeatFacts;
} {
  const promoted: string[] = [];
  let { held } = facts;
  let rest = facts.waiting;
  for (;;) {
    const [first] = rest;
    if (first === undefined || !hasRoom({ ...facts, held }, first.seats)) break;
    promoted.push(first.registrationId);
    held += first.seats;
    rest = rest.slice(1);
  }
  return { promoted, facts: { ...facts, held, waiting: rest } };
}

/** Whether a registration in this state takes seats of the meeting. */
export function holdsSeats(state: RegistrationState | null): boolean {
  return state === 'confirmed' || state === 'offered';
}

function wantedState(facts: SeatFacts, standing: Standing, answer: AnswerValue): RegistrationState {
  if (answer === 'no') return 'declined';
  if (answer === 'maybe') return 'tentative';
  if (standing.state === 'confirmed' || standing.state === 'waitlisted') return standing.state;
  const isFirst = facts.waiting.length === 0;
  return isFirst && hasRoom(facts, standing.seats) ? 'confirmed' : 'waitlisted';
}

function hasRoom(facts: SeatFacts, seats: number): boolean {
  return facts.capacity === null || facts.held + seats <= facts.capacity;
}

function applyState(facts: SeatFacts, standing: Standing, wanted: RegistrationState): SeatFacts {
  const { registrationId, seats } = standing;
  const freed = holdsSeats(standing.state) ? seats : 0;
  const taken = holdsSeats(wanted) ? seats : 0;
  const waits = wanted === 'waitlisted';
  const wasWaiting = facts.waiting.some((party) => party.registrationId === registrationId);
  const others = facts.waiting.filter((party) => party.registrationId !== registrationId);
  const waiting = waits ? (wasWaiting ? facts.waiting : [...others, { registrationId, seats }]) : others;
  return { ...facts, held: facts.held - freed + taken, waiting };
}
