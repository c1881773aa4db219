import type { PickedText } from '#kernel';
import type { MeetingItemView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';
import type { InstitutionLink } from './public.view.js';

/** `/s/:slug` */
export interface SeriesPageView {
  readonly frame: PageFrame;
  readonly name: PickedText;
  /** Markdown. */
  readonly description: PickedText | null;
  /** The rule in words, in the page's language. */
  readonly rule: string;
  readonly institution: InstitutionLink;
  /** Those who take turns; empty where the institution always hosts. */
  readonly hosts: readonly InstitutionLink[];
  /** No further dates will come. */
  readonly ended: boolean;
  /** The next one first. */
  readonly upcoming: readonly MeetingItemView[];
  /** The latest one first. */
  readonly past: readonly MeetingItemView[];
  /** The https address of its calendar; the page makes the webcal link itself. */
  readonly feedUrl: string;
  /** The https address of the page, for programs that read it. */
  readonly url: string;
}
