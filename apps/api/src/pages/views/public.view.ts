import type { InstitutionKind } from '#contracts';
import type { PickedText } from '#kernel';
import type { MeetingItemView, MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';

/** `/m/:slug` */
export interface MeetingPageView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly calendarUrl: string;
  readonly over: boolean;
}

/** `/n/:slug`, and every other institution's page. */
export interface InstitutionPageView {
  readonly frame: PageFrame;
  readonly kind: InstitutionKind;
  readonly name: PickedText;
  /** Markdown. */
  readonly description: PickedText | null;
  readonly website: string | null;
  /** The next one first. */
  readonly upcoming: readonly MeetingItemView[];
  /** The latest one first. */
  readonly past: readonly MeetingItemView[];
  readonly members: readonly { readonly name: string; readonly url: string | null }[];
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
