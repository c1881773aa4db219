import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import type { Invitation } from '../tables/invitation.entity.js';
import type { AnswerRefusal, IncomingAnswer } from './incoming-answer.js';

/** Nobody brings more people along than that, whoever enters it. */
export const MOST_COMPANIONS = 50;

type Times = Pick<Meeting, 'startsAt' | 'answerByAt'>;

/**
 * When answers are due from somebody; null: until the meeting is over. Whoever is invited only after the answer-by time,
 * a successor for instance, has until the meeting begins.
 */
export function answersDueAt(
  { startsAt, answerByAt }: Times,
  { invitedAt }: Pick<Invitation, 'invitedAt'>,
): Temporal.Instant | null {
  return answerByAt !== null && isAfter(invitedAt, answerByAt) ? startsAt : answerByAt;
}

/**
 * Why an answer cannot be taken now, or null. Declining is possible until the end, because it helps the host; after
 * answers were due only the host may still enter a yes or a maybe, and whoever is offered a seat may take it.
 */
export function refusalOf(
  meeting: Times & Pick<Meeting, 'state' | 'endsAt'>,
  {
    hasOffer = false,
    ...invitation
  }: Pick<Invitation, 'state' | 'invitedAt'> & { readonly hasOffer?: boolean },
  incoming: Pick<IncomingAnswer, 'answer' | 'channel' | 'receivedAt'>,
): AnswerRefusal | null {
  if (invitation.state === 'withdrawn') return 'withdrawn';
  if (meeting.state !== 'published') return 'meeting-cancelled';
  if (isAfter(incoming.receivedAt, meeting.endsAt)) return 'meeting-over';
  const dueAt = answersDueAt(meeting, invitation);
  const isLate = dueAt !== null && isAfter(incoming.receivedAt, dueAt);
  const takesOffer = hasOffer && incoming.answer !== 'maybe';
  const mayBeLate = isByHost(incoming) || incoming.answer === 'no' || takesOffer;
  return isLate && !mayBeLate ? 'answer-by-passed' : null;
}

/** Entered on somebody's behalf, by the host or a program of theirs. */
export function isByHost({ channel }: Pick<IncomingAnswer, 'channel'>): boolean {
  return channel === 'host' || channel === 'api';
}

/** So many companions somebody may name: hosts more than the meeting allows, and whoever has (`had`) more keeps them. */
export function mostCompanions(
  { seating }: Pick<Meeting, 'seating'>,
  incoming: Pick<IncomingAnswer, 'channel'>,
  had = 0,
): number {
  return isByHost(incoming) ? MOST_COMPANIONS : Math.max(seating.companions, had);
}

/** Why the seats that are asked for cannot be, or null. `had`: the companions until now. */
export function seatsRefusalOf(
  meeting: Pick<Meeting, 'seating'>,
  incoming: Pick<IncomingAnswer, 'channel' | 'seats' | 'answer'>,
  had = 0,
): AnswerRefusal | null {
  const { companions, contingentId } = incoming.seats ?? { companions: null, contingentId: null };
  if (incoming.answer !== 'yes') return null;
  if (companions !== null && companions.length > mostCompanions(meeting, incoming, had))
    return 'too-many-companions';
  const isKnown = contingentId === null || meeting.seating.contingents.some(({ id }) => id === contingentId);
  return isKnown ? null : 'unknown-contingent';
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds > other.epochMilliseconds;
}
