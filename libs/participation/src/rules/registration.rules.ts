import type { AnswerValue, RegistrationState } from '#contracts';
import { admissible } from './line.rules.js';
import type { Line, LineRule, Waiting } from './line.rules.js';
import { giveBack, hasRoom, isWithin, take, tooSmallFor } from './seats.rules.js';
import type { Held, Limits, Party, TooSmall } from './seats.rules.js';

/** What an answer and its consequences are decided from; everything is read under the meeting's lock. */
export interface SeatFacts {
  readonly limits: Limits;
  readonly held: Held;
  readonly lineRule: LineRule;
  /** Those who wait, in order of arrival; nobody where none of them can have a seat whatever is decided now. */
  readonly waiting: readonly Waiting[];
  /** Order of arrival given last. */
  readonly lastArrival: number;
  /** What becomes of a seat that somebody in line can have: theirs, held for them for a time, or the host's to give. */
  readonly freed: 'promote' | 'offer' | 'hold';
  /** Whether the host decides on each request. */
  readonly approval: boolean;
}

/** One person's standing before the answer; `state` is null before the first. */
export interface Standing {
  readonly registrationId: string;
  readonly state: RegistrationState | null;
  /** What it has or waits for. */
  readonly party: Party;
  readonly arrival: number | null;
  readonly group: string | null;
  /** The host has declined the request. */
  readonly isRefused: boolean;
}

export interface Wish {
  readonly answer: AnswerValue;
  /** What a yes asks for. */
  readonly party: Party;
  /** The host enters or grants it. */
  readonly isApproved: boolean;
}

export interface Moved {
  readonly registrationId: string;
  readonly state: 'confirmed' | 'offered';
}

/** What becomes of an answer; `offered` only where answers taken together move somebody up who has just answered. */
export type AnsweredState = Exclude<RegistrationState, 'cancelled'>;

export interface RegistrationDecision {
  readonly state: AnsweredState;
  /** Kept while the state is kept; a new one when the person (again) asks for a seat. */
  readonly arrival: number;
  /** Who moves up because of this answer, in order; never the one who answered. */
  readonly moved: readonly Moved[];
}

/** `no-room`: there is no room for a larger party, and what was there stays. */
export type RegistrationRefusal = 'no-room' | 'not-approved' | TooSmall;

export type RegistrationStep =
  | { readonly decision: RegistrationDecision; readonly facts: SeatFacts }
  | { readonly refused: RegistrationRefusal };

/**
 * Decides one answer and says what is true after it, so that answers taken together are a fold over the facts. A *yes*
 * joins the line; where its turn comes at once, the seat is theirs. So nobody is let in past those who wait for the same
 * seats. Answering again keeps the place. An offer whose time is over is no standing: the caller says `cancelled`.
 */
export function decideRegistration(facts: SeatFacts, standing: Standing, wish: Wish): RegistrationStep {
  const request = requestOf(facts, standing, wish);
  if (typeof request === 'object') return request;
  const arrival = keptArrival(standing, request) ?? facts.lastArrival + 1;
  const entry = { ...entryOf(standing), arrival, party: wish.party };
  const before = withoutStanding({ ...facts, lastArrival: Math.max(facts.lastArrival, arrival) }, standing);
  if (request === 'confirmed') {
    return decided(workOff({ ...before, held: take(before.held, [wish.party]) }), 'confirmed', arrival);
  }
  if (request !== 'waitlisted') return decided(workOff(before), request, arrival);
  return joinLine(before, entry, standing.state === 'waitlisted');
}

/** Lets those who wait move up as far as there are seats for them. */
export function workOff(facts: SeatFacts): { readonly moved: readonly Moved[]; readonly facts: SeatFacts } {
  const { freed } = facts;
  if (freed === 'hold') return { moved: [], facts };
  const { admitted, held } = admissible(lineOf(facts), facts.limits, facts.held);
  const ids = new Set(admitted.map(({ registrationId }) => registrationId));
  const state = freed === 'offer' ? 'offered' : 'confirmed';
  return {
    moved: [...ids].map((registrationId) => ({ registrationId, state })),
    facts: { ...facts, held, waiting: facts.waiting.filter((one) => !ids.has(one.registrationId)) },
  };
}

/** Whether a registration in this state takes seats of the meeting. */
export function holdsSeats(state: RegistrationState | null): boolean {
  return state === 'confirmed' || state === 'offered';
}

/** What the answer asks for; `waitlisted`: a seat as soon as there is one. */
function requestOf(
  facts: SeatFacts,
  standing: Standing,
  wish: Wish,
): AnsweredState | { readonly refused: RegistrationRefusal } {
  if (wish.answer === 'no') return 'declined';
  if (wish.answer === 'maybe') return 'tentative';
  const tooSmall = tooSmallForMore(facts, standing, wish);
  if (tooSmall !== null) return { refused: tooSmall };
  if (holdsSeats(standing.state)) {
    const held = giveBack(facts.held, [standing.party]);
    const isKept = isWithin(wish.party, standing.party) || hasRoom(facts.limits, held, [wish.party]);
    return isKept ? 'confirmed' : { refused: 'no-room' };
  }
  if (standing.state === 'waitlisted' || wish.isApproved) return 'waitlisted';
  if (standing.isRefused) return { refused: 'not-approved' };
  return facts.approval ? 'awaiting_approval' : 'waitlisted';
}

/**
 * The limit that would keep somebody waiting for ever. What they have or wait for already stays, also where limits were
 * lowered since. Where a limit leaves no seat to anybody, people wait for the host to raise it or to keep them a seat.
 */
function tooSmallForMore({ limits }: SeatFacts, { state, party }: Standing, wish: Wish): TooSmall | null {
  const hasAsked = holdsSeats(state) || state === 'waitlisted' || state === 'awaiting_approval';
  if (hasAsked && isWithin(wish.party, party)) return null;
  const tooSmall = tooSmallFor(limits, [wish.party]);
  return tooSmall !== null && tooSmall.most > 0 ? tooSmall : null;
}

/** Those who keep their place: who answers the same again, and who had asked and now gets what they asked for. */
function keptArrival({ state, arrival }: Standing, request: RegistrationState): number | null {
  const hasAsked = holdsSeats(state) || state === 'awaiting_approval';
  const asks = request === 'confirmed' || request === 'waitlisted';
  return request === state || (asks && hasAsked) ? arrival : null;
}

/** Lets the one who comes in where it is their turn in the line, of which the facts do not know them yet. */
function joinLine(facts: SeatFacts, entry: Waiting, hasWaited: boolean): RegistrationStep {
  const isOwn = ({ registrationId }: Moved | Waiting) => registrationId === entry.registrationId;
  const joined = { ...facts, waiting: withEntry(facts.waiting, entry) };
  const isTheirTurn = admissible(lineOf(joined), facts.limits, facts.held).admitted.some(isOwn);
  const { moved, facts: after } = workOff(joined);
  const { arrival } = entry;
  // Whom the host lets wait goes on waiting, however often they ask.
  if (!isTheirTurn || (hasWaited && facts.freed === 'hold')) {
    return { decision: { state: 'waitlisted', arrival, moved }, facts: after };
  }
  // Where the host gives freed seats, only who has just come is let in.
  const seated = moved.some(isOwn) ? after : seat(after, entry);
  const others = moved.filter((one) => !isOwn(one));
  return { decision: { state: 'confirmed', arrival, moved: others }, facts: seated };
}

function seat(facts: SeatFacts, { registrationId, party }: Waiting): SeatFacts {
  return {
    ...facts,
    held: take(facts.held, [party]),
    waiting: facts.waiting.filter((one) => one.registrationId !== registrationId),
  };
}

function withoutStanding(facts: SeatFacts, { registrationId, state, party }: Standing): SeatFacts {
  return {
    ...facts,
    held: holdsSeats(state) ? giveBack(facts.held, [party]) : facts.held,
    waiting: facts.waiting.filter((one) => one.registrationId !== registrationId),
  };
}

function decided(
  { moved, facts }: ReturnType<typeof workOff>,
  state: AnsweredState,
  arrival: number,
): RegistrationStep {
  return { decision: { state, arrival, moved }, facts };
}

function entryOf({ registrationId, group }: Standing): Pick<Waiting, 'registrationId' | 'group'> {
  return { registrationId, group };
}

function lineOf({ lineRule, waiting }: SeatFacts): Line {
  return { rule: lineRule, waiting };
}

/** In its place by arrival, which for a newcomer is the end. */
function withEntry(waiting: readonly Waiting[], entry: Waiting): readonly Waiting[] {
  const behind = waiting.findLastIndex(({ arrival }) => arrival < entry.arrival) + 1;
  return waiting.toSpliced(behind, 0, entry);
}
