import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import type { Invitation } from '../tables/invitation.entity.js';
import type { AnswerRefusal, IncomingAnswer } from './incoming-answer.js';

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
 * answers were due only the host may still enter a yes or a maybe.
 */
export function refusalOf(
  meeting: Times & Pick<Meeting, 'state' | 'endsAt'>,
  invitation: Pick<Invitation, 'state' | 'invitedAt'>,
  incoming: Pick<IncomingAnswer, 'answer' | 'channel' | 'receivedAt'>,
): AnswerRefusal | null {
  if (invitation.state === 'withdrawn') return 'withdrawn';
  if (meeting.state !== 'published') return 'meeting-cancelled';
  if (isAfter(incoming.receivedAt, meeting.endsAt)) return 'meeting-over';
  const dueAt = answersDueAt(meeting, invitation);
  const isLate = dueAt !== null && isAfter(incoming.receivedAt, dueAt);
  const mayBeLate = incoming.channel === 'host' || incoming.channel === 'api' || incoming.answer === 'no';
  return isLate && !mayBeLate ? 'answer-by-passed' : null;
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds > other.epochMilliseconds;
}
