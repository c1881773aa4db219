import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import type { Invitation } from '../tables/invitation.entity.js';
import type { AnswerRefusal, IncomingAnswer } from './incoming-answer.js';

/**
 * Why an answer cannot be taken now, or null. Declining is possible until the end, because it helps the host; after
 * the answer-by time only the host may still enter a yes or a maybe.
 */
export function refusalOf(
  meeting: Pick<Meeting, 'state' | 'endsAt' | 'answerByAt'>,
  invitation: Pick<Invitation, 'state'>,
  incoming: Pick<IncomingAnswer, 'answer' | 'channel' | 'receivedAt'>,
): AnswerRefusal | null {
  if (invitation.state === 'withdrawn') return 'withdrawn';
  if (meeting.state !== 'published') return 'meeting-cancelled';
  if (isAfter(incoming.receivedAt, meeting.endsAt)) return 'meeting-over';
  const isLate = meeting.answerByAt !== null && isAfter(incoming.receivedAt, meeting.answerByAt);
  const mayBeLate = incoming.channel === 'host' || incoming.channel === 'api' || incoming.answer === 'no';
  return isLate && !mayBeLate ? 'answer-by-passed' : null;
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return one.epochMilliseconds > other.epochMilliseconds;
}
