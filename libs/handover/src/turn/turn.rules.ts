import type { GivenAnswer, HandoverDecisionState } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';

/** A mandate of the office, of any time. */
export interface TurnMandate {
  readonly id: Id;
  readonly personId: Id;
  readonly seat: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

/** An invitation that the office is or was a reason for. */
export interface TurnInvitation {
  readonly id: Id;
  readonly personId: Id;
  readonly answer: GivenAnswer | null;
  readonly isReason: boolean;
  readonly isDeputy: boolean;
  /** The office is no reason any more because it became somebody else's; not because the host withdrew. */
  readonly hasLeft: boolean;
  readonly otherReasons: number;
}

export interface TurnDecision {
  readonly id: Id;
  readonly invitationId: Id;
  readonly seat: number;
  readonly state: HandoverDecisionState;
  readonly successorId: Id | null;
}

/** Everything that is decided from, read under the locks of office and meeting. */
export interface TurnFacts {
  /** The seat whose mandate begins or has ended. */
  readonly seat: number;
  readonly today: Temporal.PlainDate;
  readonly meetingDay: Temporal.PlainDate;
  readonly mandates: readonly TurnMandate[];
  readonly invitations: readonly TurnInvitation[];
  readonly decisions: readonly TurnDecision[];
}

export interface Turn {
  /** Other reasons keep the invitation alive. */
  readonly endReasons: readonly Id[];
  readonly withdraw: readonly Id[];
  readonly invite: readonly Id[];
  readonly open: readonly { invitationId: Id; mandateId: Id; successorId: Id | null }[];
  /** Open decisions whose successor is another one by now. */
  readonly point: readonly { decisionId: Id; successorId: Id | null }[];
  /** Open decisions that the predecessor's no has settled. */
  readonly settle: readonly Id[];
}

/**
 * What an office that changes hands means for one meeting. Whoever is asked for it and holds it neither today nor on
 * the meeting's day leaves: the reason ends alone where others remain, the host decides where the answer was yes or
 * maybe, and else the invitation is withdrawn. Who holds the seat by now and on the meeting's day is asked, unless the
 * host has withdrawn that very person, or still has to decide about the seat, or has left it to the predecessor.
 * Deciding again after the turn was made decides nothing. Pure.
 */
export function planTurn(facts: TurnFacts): Turn {
  const leavers = facts.invitations.filter((each) => each.isReason && !each.isDeputy && !stays(facts, each));
  const decided = leavers.map((leaver) => decideLeaver(facts, leaver));
  const of = (effect: Leaving['effect']) => decided.filter((each) => each.effect === effect);
  const held = of('decide').filter((each) => !isShared(facts, each));
  const seats = new Set([facts.seat, ...decided.map(({ seat }) => seat)]);
  const newcomers = [...seats].flatMap((seat) =>
    held.some((each) => each.seat === seat) ? [] : (holderOf(facts, seat) ?? []),
  );
  return {
    endReasons: of('end-reason').map(({ id }) => id),
    withdraw: of('withdraw').map(({ id }) => id),
    invite: [...new Set(newcomers)].filter((personId) => isToBeAsked(facts, personId)),
    open: of('decide').flatMap((each) => toOpen(facts, each)),
    point: facts.decisions.flatMap((decision) => toPoint(facts, decision)),
    settle: facts.decisions
      .filter(({ state, invitationId }) => state === 'open' && isSettled(facts, decided, invitationId))
      .map(({ id }) => id),
  };
}

interface Leaving {
  readonly id: Id;
  readonly effect: 'end-reason' | 'withdraw' | 'decide';
  readonly seat: number;
  readonly mandateId: Id | null;
}

function decideLeaver(facts: TurnFacts, { id, personId, answer, otherReasons }: TurnInvitation): Leaving {
  const last = lastMandateOf(facts, personId);
  const isAnswered = answer === 'yes' || answer === 'maybe';
  const alone = isAnswered && last !== undefined ? 'decide' : 'withdraw';
  const effect = otherReasons > 0 ? 'end-reason' : alone;
  return { id, effect, seat: last?.seat ?? facts.seat, mandateId: last?.id ?? null };
}

/** The host wants both, so the seat is not the predecessor's alone. */
function isShared({ decisions }: TurnFacts, { id }: Leaving): boolean {
  return decisions.some(({ invitationId, state }) => invitationId === id && state === 'both');
}

function toOpen(facts: TurnFacts, { id, seat, mandateId }: Leaving): Turn['open'] {
  const isKnown = facts.decisions.some(({ invitationId }) => invitationId === id);
  if (isKnown || mandateId === null) return [];
  return [{ invitationId: id, mandateId, successorId: holderOf(facts, seat) }];
}

function toPoint(facts: TurnFacts, { id, state, seat, successorId }: TurnDecision): Turn['point'] {
  const holder = holderOf(facts, seat);
  return state === 'open' && holder !== successorId ? [{ decisionId: id, successorId: holder }] : [];
}

/** The invitation has gone, or lives on without the office: there is nothing left to decide. */
function isSettled(facts: TurnFacts, decided: readonly Leaving[], invitationId: Id): boolean {
  const isLeaving = decided.some(({ id, effect }) => id === invitationId && effect !== 'decide');
  return isLeaving || !facts.invitations.some(({ id, isReason }) => id === invitationId && isReason);
}

function stays({ mandates, today, meetingDay }: TurnFacts, { personId }: TurnInvitation): boolean {
  return mandates.some(
    (mandate) => mandate.personId === personId && (covers(mandate, today) || covers(mandate, meetingDay)),
  );
}

/** Who holds the seat today and on the meeting's day. */
function holderOf({ mandates, today, meetingDay }: TurnFacts, seat: number): Id | null {
  const onSeat = mandates.filter((mandate) => mandate.seat === seat && covers(mandate, today));
  const [holder] = onSeat.filter(({ personId }) =>
    mandates.some((mandate) => mandate.personId === personId && covers(mandate, meetingDay)),
  );
  return holder?.personId ?? null;
}

function lastMandateOf({ mandates, today }: TurnFacts, personId: Id): TurnMandate | undefined {
  return mandates
    .filter((mandate) => mandate.personId === personId && isBefore(mandate.validFrom, today))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom))
    .at(-1);
}

function isToBeAsked({ invitations }: TurnFacts, personId: Id): boolean {
  const own = invitations.find((invitation) => invitation.personId === personId);
  const isAsked = invitations.some(({ isReason, hasLeft }) => isReason || hasLeft);
  if (own === undefined) return isAsked;
  return isAsked && (own.isReason ? own.isDeputy : own.hasLeft);
}

function covers({ validFrom, validUntil }: TurnMandate, day: Temporal.PlainDate): boolean {
  return !isBefore(day, validFrom) && (validUntil === null || !isBefore(validUntil, day));
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
