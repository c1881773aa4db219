import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { refusalCodes } from '../answers/incoming-answer.js';
import type { TooManyPeople } from '../answers/incoming-answer.js';

/** A seat is held so long for whoever has registered, until they confirm it by the mail. */
export const HELD_MINUTES = 30;
/** Registering within an hour: enough for an office behind one address, too few to fill mailboxes or rooms. */
export const openLimits = { hours: 1, perAddress: 3, perClient: 20, pendingPerMeeting: 200 } as const;

export type OpenRefusal =
  | 'not-open'
  | 'meeting-cancelled'
  | 'meeting-over'
  | 'answer-by-passed'
  | 'asked-too-often'
  | 'too-many-pending'
  | 'too-many-companions'
  | 'unknown-contingent'
  | TooManyPeople;

export interface RefusedRegistration {
  readonly reason: OpenRefusal;
  /** So many people at most, where there were too many. */
  readonly most?: number;
}

/** The code a refused registration is explained by. */
export const openRefusalCodes = {
  ...refusalCodes,
  'not-open': 'open-registration.not-open',
  'asked-too-often': 'open-registration.asked-too-often',
  'too-many-pending': 'open-registration.too-many-pending',
} as const satisfies Record<OpenRefusal, string>;

type OpenMeeting = Pick<Meeting, 'state' | 'visibility' | 'seating' | 'endsAt' | 'answerByAt'>;

/** Why nobody can register on the meeting's public page now, or null. */
export function openRefusalOf(meeting: OpenMeeting, now: Temporal.Instant): OpenRefusal | null {
  const { state, seating, visibility, endsAt, answerByAt } = meeting;
  const hasPage = visibility === 'public' || visibility === 'unlisted';
  if (!seating.open || !hasPage || state === 'draft') return 'not-open';
  if (state === 'cancelled') return 'meeting-cancelled';
  if (endsAt.epochMilliseconds < now.epochMilliseconds) return 'meeting-over';
  const isLate = answerByAt !== null && answerByAt.epochMilliseconds < now.epochMilliseconds;
  return isLate ? 'answer-by-passed' : null;
}

/** What was asked in the last hour, and what waits to be confirmed. */
export interface AskedBefore {
  readonly byAddress: number;
  readonly byClient: number;
  readonly pending: number;
}

/** Why no further mail is sent now, or null. The same for addresses that are known and those that are not. */
export function tooOften({ byAddress, byClient, pending }: AskedBefore): OpenRefusal | null {
  if (byAddress >= openLimits.perAddress || byClient >= openLimits.perClient) return 'asked-too-often';
  return pending >= openLimits.pendingPerMeeting ? 'too-many-pending' : null;
}

/** Whether it can still be confirmed. */
export function isHeld(
  { state, expiresAt }: { readonly state: string; readonly expiresAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return state === 'pending' && expiresAt.epochMilliseconds >= now.epochMilliseconds;
}
