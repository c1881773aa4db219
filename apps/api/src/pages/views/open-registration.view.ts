import type { DomainError, Temporal } from '#kernel';
import type { QuestionView, SeatsView } from './invitation.view.js';
import type { MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';

export const contactFields = ['givenName', 'familyName', 'address', 'organisation'] as const;
export type ContactField = (typeof contactFields)[number];

/** What is wrong with a registration that was sent; `form`: with all of it. */
export interface OpenProblemView {
  readonly field: ContactField | 'form';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The form on a meeting's public page. */
export interface OpenFormView {
  /** Where it leads. */
  readonly action: string;
  /** Whether one person would find a seat; null where seats are not counted. */
  readonly room: 'seat' | 'line' | 'approval' | null;
  /** Answers were due before now. */
  readonly isLate: boolean;
  readonly typed: Readonly<Record<ContactField, string>>;
  readonly problems: readonly OpenProblemView[];
  readonly questions: readonly QuestionView[];
  readonly seats: SeatsView;
}

/** The page after the form, the same whoever sent it. */
export interface RegisteredView {
  readonly frame: PageFrame;
  readonly meetingUrl: string;
}

/** `/r/confirm/:token` */
export interface ConfirmView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly person: string;
  readonly action: string;
  readonly until: Temporal.Instant;
  readonly zone: string;
  /** What kept it from being confirmed. */
  readonly problem: Pick<DomainError, 'code' | 'params'> | null;
}

/** A confirmation link that has done its work. */
export interface ConfirmedView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  /** Null where the registration is gone since. */
  readonly registrationUrl: string | null;
  readonly meetingUrl: string;
}

/** A confirmation link that is no longer good. */
export interface LapsedView {
  readonly frame: PageFrame;
  readonly meetingUrl: string;
}
