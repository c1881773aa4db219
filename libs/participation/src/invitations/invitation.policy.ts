import { DomainError } from '#kernel';
import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';

/** Refuses unless people can be invited to the meeting now: it is published and not over. */
export function assertCanInviteTo(meeting: Pick<Meeting, 'state' | 'endsAt'>, now: Temporal.Instant): void {
  if (meeting.state === 'draft') throw new DomainError('meeting.not-published');
  if (meeting.state === 'cancelled') throw new DomainError('meeting.cancelled');
  if (meeting.endsAt.epochMilliseconds < now.epochMilliseconds) throw new DomainError('meeting.over');
}
