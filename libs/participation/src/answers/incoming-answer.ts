import type { AnswerChannel, AnswerValue, QuestionValues, RegistrationState, SeatWish } from '#contracts';
import type { Id, Temporal } from '#kernel';
import type { RegistrationRefusal } from '../rules/registration.rules.js';

/** An answer as it came in, from whatever channel. */
export interface IncomingAnswer {
  readonly invitationId: Id;
  readonly answer: AnswerValue;
  readonly note: string | null;
  /** What was answered to the meeting's questions; nothing: what was answered before stays. */
  readonly values?: QuestionValues | null;
  /** Companions and the kind of seat; nothing: what was asked for before stays. */
  readonly seats?: SeatWish | null;
  readonly channel: AnswerChannel;
  readonly receivedAt: Temporal.Instant;
  /** Who entered it, where that is not the invitee. */
  readonly actorPersonId: Id | null;
  readonly requestId: string | null;
}

/** What became of it. A refusal changed nothing. */
export type AnswerOutcome =
  | {
      readonly outcome: 'accepted';
      readonly state: RegistrationState;
    }
  | { readonly outcome: 'refused'; readonly reason: AnswerRefusal };

export type AnswerRefusal =
  | 'withdrawn'
  | 'meeting-cancelled'
  | 'meeting-over'
  | 'answer-by-passed'
  | 'too-many-companions'
  | 'unknown-contingent'
  | RegistrationRefusal;

/** The code a refused answer is explained by. */
export const refusalCodes = {
  withdrawn: 'answer.withdrawn',
  'meeting-cancelled': 'answer.meeting-cancelled',
  'meeting-over': 'answer.meeting-over',
  'answer-by-passed': 'answer.answer-by-passed',
  'too-many-companions': 'answer.too-many-companions',
  'unknown-contingent': 'answer.unknown-contingent',
  'no-room': 'answer.no-room',
  'not-approved': 'answer.not-approved',
} as const satisfies Record<AnswerRefusal, string>;
