import type { InstitutionKind, Land } from '#contracts';
import type { PickedText } from '#kernel';
import type { OpenFormView } from './open-registration.view.js';
import type { MeetingItemView, MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';
import type { TypedView } from './typed.view.js';

/** `/m/:slug` */
export interface MeetingPageView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly calendarUrl: string;
  readonly over: boolean;
  /** The series that it is a date of, where that has a page of its own. */
  readonly series: { readonly name: PickedText; readonly url: string } | null;
  /** Registering here; null where nobody can. */
  readonly form: OpenFormView | null;
  /** What was filled in where nobody can register any more. */
  readonly kept: TypedView | null;
}

/** Another institution; without a page of its own it is only named. */
export interface InstitutionLink {
  readonly name: string;
  readonly url: string | null;
}

/** `/n/:slug`, `/c/:slug` and `/o/:slug` */
export interface InstitutionPageView {
  readonly frame: PageFrame;
  readonly kind: InstitutionKind;
  readonly name: PickedText;
  /** Markdown. */
  readonly description: PickedText | null;
  /** Branch. */
  readonly field: PickedText | null;
  readonly laender: readonly Land[];
  readonly seat: string | null;
  readonly website: string | null;
  readonly logoUrl: string | null;
  readonly operator: InstitutionLink | null;
  /** The next one first. */
  readonly upcoming: readonly MeetingItemView[];
  /** The latest one first. */
  readonly past: readonly MeetingItemView[];
  readonly members: readonly InstitutionLink[];
  readonly memberOf: readonly InstitutionLink[];
  /** The https address of its calendar; the page makes the webcal link itself. */
  readonly feedUrl: string;
}

/** `/` */
export interface HomePageView {
  readonly frame: PageFrame;
  readonly upcoming: readonly MeetingItemView[];
  readonly networks: readonly { readonly name: string; readonly url: string }[];
  readonly consoleUrl: string;
}

/** Something broke, or the reader was too quick. */
export interface ErrorPageView {
  readonly frame: PageFrame;
  readonly kind: 'internal' | 'busy';
  readonly requestId: string | null;
}
