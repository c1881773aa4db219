import { Temporal } from '#kernel';
import type { Poll } from '../tables/poll.entity.js';

/** Whether votes count at this moment. */
export function isOpen(
  { state, deadlineAt }: Pick<Poll, 'state' | 'deadlineAt'>,
  now: Temporal.Instant,
): boolean {
  return state === 'open' && Temporal.Instant.compare(now, deadlineAt) < 0;
}
