import type { AnswerValue, GivenAnswer, QuestionKind, QuestionValue, RegistrationState } from '#contracts';
import type { PickedText, Temporal } from '#kernel';
import type { ContactView, MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';
import type { TypedView } from './typed.view.js';

/** Companions and kinds of seats, as far as the meeting asks. */
export interface SeatsView {
  /** Null where nobody brings anybody. */
  readonly companions: { readonly most: number; readonly count: string; readonly names: string } | null;
  readonly contingents: readonly {
    readonly id: string;
    readonly name: PickedText;
    readonly isChosen: boolean;
  }[];
}

/** What became of an answer. */
export interface AnsweredView {
  readonly answer: GivenAnswer;
  readonly state: RegistrationState;
  /** 1 is next; null unless on the waiting list and known. */
  readonly placeInLine: number | null;
  /** So many people at most, where they wait for more places than there can be. */
  readonly exceeded: number | null;
  readonly note: string | null;
  /** Until when a freed seat is held, in words. */
  readonly offeredUntil: string | null;
  /** Why it was cancelled, where the person did not. */
  readonly cause: 'refused' | 'offer-lapsed' | 'substitute' | null;
  /** Who comes instead, as they were named. */
  readonly substitute: string | null;
  /** What the host said of the last decision. */
  readonly decisionNote: string | null;
  /** The person and companions. */
  readonly seats: number;
  /** The companions whose names are known. */
  readonly companions: readonly string[];
  /** The kind of seat; null where the meeting has only one kind. */
  readonly kind: PickedText | null;
  /** The meeting moved after the answer: the seat stays, the person is asked again. */
  readonly toConfirmAgain: boolean;
}

/** What went wrong with an answer that was sent; what was typed is shown again. */
export interface AnswerProblemView {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The field the problem is about. */
  readonly field: 'answer' | 'note' | 'questions';
  readonly note: string;
}

/** A question as the invitee is asked it. */
export interface QuestionView {
  readonly id: string;
  /** The name of its field. */
  readonly field: string;
  readonly kind: QuestionKind;
  readonly label: PickedText;
  readonly options: readonly { readonly id: string; readonly label: PickedText }[];
  readonly required: boolean;
  readonly isSensitive: boolean;
  /** What was typed or answered before. */
  readonly value: QuestionValue;
  /** The code of what is wrong with it. */
  readonly problem: string | null;
}

/** `/i/:token` */
export interface InvitationView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  /** The person invited, in full ("Dr. Kim Müller"). */
  readonly person: string;
  /** In whose place. */
  readonly inPlaceOf: string | null;
  /** Where a colleague is named who comes instead; null where that cannot be. */
  readonly substituteUrl: string | null;
  /** Whom the invitee has registered, and where to register others; null where there is neither. */
  readonly colleagues: {
    readonly people: readonly { readonly name: string; readonly state: RegistrationState | null }[];
    readonly url: string | null;
  } | null;
  /** Where confirmations go, as far as it may be shown ("k…@firma.example"). */
  readonly address: string;
  /** The address of this page, without a query: the form leads here. */
  readonly action: string;
  readonly calendarUrl: string;
  /** The meeting's public page, where it has one. */
  readonly publicUrl: string | null;
  readonly answerBy: Temporal.Instant | null;
  /** The zone that answer-by is said in. */
  readonly zone: string;
  /** Why nothing can be answered any more. */
  readonly closed: 'cancelled' | 'over' | 'answer-by' | null;
  readonly answered: AnsweredView | null;
  /** The choice taken in the mail (`?answer=yes`): it gets the focus, nothing more. */
  readonly chosen: AnswerValue | null;
  readonly problem: AnswerProblemView | null;
  /** What was typed where nothing can be answered any more. */
  readonly kept: TypedView | null;
  /** What the host asks of whoever comes. */
  readonly questions: readonly QuestionView[];
  readonly seats: SeatsView;
  /** The page of their registration; null before there is one. */
  readonly registrationUrl: string | null;
  /** The series that the meeting is a date of; null: of none. */
  readonly series: MeetingSeriesView | null;
}

/** A series with what the person answers to all of it. */
export interface MeetingSeriesView {
  readonly name: PickedText;
  /** Its public page, where it has one. */
  readonly url: string | null;
  readonly standing: 'yes' | 'no' | null;
  /** Where the form leads. */
  readonly action: string;
}

/** The page after an answer. */
export interface AnsweredPageView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly address: string;
  readonly invitationUrl: string;
  readonly calendarUrl: string;
  readonly answered: AnsweredView;
}

/** A link that opens no invitation, no registration, or nothing for a host (any more). */
export interface TokenProblemView {
  readonly frame: PageFrame;
  readonly problem: 'unknown' | 'unknown-host' | 'unknown-registration' | 'withdrawn' | 'expired';
  readonly contact: ContactView | null;
  /** What was typed into a form that the link takes no more. */
  readonly kept?: TypedView;
}
