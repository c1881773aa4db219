import type { AnsweredView, AnswerProblemView, QuestionView, SeatsView } from './invitation.view.js';
import type { MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';
import type { TypedView } from './typed.view.js';

/** A QR code: a square of so many modules, and strokes of width 1 along the middle of the rows for the dark ones. */
export interface QrCodeView {
  readonly size: number;
  readonly path: string;
}

/** `/r/:token` */
export interface RegistrationView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly person: string;
  /** Where mails go, as far as it may be shown. */
  readonly address: string;
  /** The address of this page: its forms lead here. */
  readonly action: string;
  readonly calendarUrl: string;
  readonly invitationUrl: string;
  readonly answered: AnsweredView;
  /** Whether what was sent a moment ago is saved. */
  readonly isSaved: boolean;
  /** What can be done: take an offer, change what was asked for, give the place back. */
  readonly can: { readonly take: boolean; readonly change: boolean; readonly cancel: boolean };
  readonly closed: 'cancelled' | 'over' | 'answer-by' | null;
  readonly questions: readonly QuestionView[];
  readonly seats: SeatsView;
  readonly problem: AnswerProblemView | null;
  /** What was typed where no form takes it any more. */
  readonly kept: TypedView | null;
  /** What is shown at the door; null where no seat is theirs. */
  readonly entry: { readonly code: string; readonly picture: QrCodeView } | null;
  /** Of their certificate of attendance; null unless they were there and the host has said who was. */
  readonly certificateUrl: string | null;
  /** They registered on the public page. */
  readonly hasRegisteredThemselves: boolean;
}
