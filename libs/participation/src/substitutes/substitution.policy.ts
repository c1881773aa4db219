import { passedOnStates } from '#contracts';
import type { Seating } from '#contracts';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { isByHost, refusalOf } from '../answers/answer.policy.js';
import { refusalCodes } from '../answers/incoming-answer.js';
import type { AnswerRefusal } from '../answers/incoming-answer.js';
import type { Invitation } from '../tables/invitation.entity.js';
import type { Registration } from '../tables/registration.entity.js';

/** Who passes an invitation on, and how they stand. */
export interface Passing {
  readonly meeting: Pick<Meeting, 'state' | 'startsAt' | 'endsAt' | 'answerByAt'> & {
    readonly seating: Pick<Seating, 'substitutes'>;
  };
  readonly invitation: Pick<Invitation, 'state' | 'invitedAt' | 'answer' | 'inPlaceOfId'>;
  readonly registration: Pick<Registration, 'state' | 'cause'> | null;
  readonly channel: 'web' | 'host' | 'api';
  readonly receivedAt: Temporal.Instant;
}

/** Who is named; null: the directory does not know them yet. */
export interface Named {
  readonly personId: Id | null;
  /** Theirs to the same meeting. */
  readonly invitation: Pick<Invitation, 'state'> | null;
  /** Whether there is an address of theirs that mail arrives at. */
  readonly isReachable: boolean;
}

export type PassingRefusal = AnswerRefusal | 'none-allowed' | 'no-further' | 'named-already';
export type NamingRefusal = 'oneself' | 'already-invited' | 'unreachable';
export type SubstituteRefusal = PassingRefusal | NamingRefusal;

/** The code a refused substitute is explained by. */
export const substituteCodes = {
  ...refusalCodes,
  'none-allowed': 'substitute.none-allowed',
  'no-further': 'substitute.no-further',
  'named-already': 'substitute.named-already',
  oneself: 'substitute.oneself',
  'already-invited': 'substitute.already-invited',
  unreachable: 'substitute.unreachable',
} as const satisfies Record<SubstituteRefusal, string>;

/**
 * Why an invitation cannot be passed on now, or null. As a yes, until answers are due; hosts pass on for whom they like.
 * Whoever has sent a colleague may send another only after answering again themselves.
 */
export function passingRefusalOf(passing: Passing): PassingRefusal | null {
  const { meeting, invitation, registration, channel, receivedAt } = passing;
  const hasOffer = registration?.state === 'offered';
  const asked = { answer: 'yes', channel, receivedAt } as const;
  const refused = refusalOf(meeting, { ...invitation, hasOffer }, asked);
  if (refused !== null) return refused;
  if (invitation.answer === 'substitute') return 'named-already';
  if (isByHost({ channel })) return null;
  if (registration?.cause === 'refused') return 'not-approved';
  return chainRefusalOf(meeting.seating, invitation);
}

/** Whether the invitation may be passed on at all, whatever the time. */
export function chainRefusalOf(
  { substitutes }: Pick<Seating, 'substitutes'>,
  { inPlaceOfId }: Pick<Invitation, 'inPlaceOfId'>,
): 'none-allowed' | 'no-further' | null {
  if (substitutes === 'none') return 'none-allowed';
  return substitutes === 'once' && inPlaceOfId !== null ? 'no-further' : null;
}

/** Whether there is a seat, a place in line or a request that a substitute gets as it is. */
export function passesSeatOn<Row extends Pick<Registration, 'state'>>(
  registration: Row | null,
): registration is Row {
  return registration !== null && passedOnStates.has(registration.state);
}

/** Why somebody cannot come instead, or null. */
export function namingRefusalOf(
  { personId, invitation, isReachable }: Named,
  inviteeId: Id,
): NamingRefusal | null {
  if (personId === inviteeId) return 'oneself';
  if (invitation?.state === 'active') return 'already-invited';
  return isReachable ? null : 'unreachable';
}
