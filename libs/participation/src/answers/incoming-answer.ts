import type {
  AnswerChannel,
  AnswerValue,
  QuestionValues,
  RegistrationState,
  SeatLimit,
  SeatWish,
} from '#contracts';
import type { Id, Temporal } from '#kernel';

/** An answer as it came in, from whatever channel. */
export interface IncomingAnswer {
  readonly invitationId: Id;
  readonly answer: AnswerValue;
  readonly note: string | null;
  /** What was answered to the meeting's questions; for what is absent, what was answered before stays. */
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
  | ({ readonly outcome: 'refused' } & RefusedAnswer);

export interface RefusedAnswer {
  readonly reason: AnswerRefusal;
  /** So many people or companions at most, where there were too many. */
  readonly most?: number;
}

export type AnswerRefusal =
  | 'withdrawn'
  | 'meeting-cancelled'
  | 'meeting-over'
  | 'answer-by-passed'
  | 'too-many-companions'
  | 'unknown-contingent'
  | 'no-room'
  | 'not-approved'
  | TooManyPeople;

/** More people than can ever come together. */
export type TooManyPeople = `above-${SeatLimit}`;

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
  'above-cluster-quota': 'answer.above-cluster-quota',
  'above-organisation-quota': 'answer.above-organisation-quota',
  'above-capacity': 'answer.above-capacity',
  'above-ordinary': 'answer.above-ordinary',
  'above-contingent': 'answer.above-contingent',
} as const satisfies Record<AnswerRefusal, string>;
