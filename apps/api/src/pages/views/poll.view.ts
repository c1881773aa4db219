import type { VoteValue } from '#contracts';
import type { PickedText, Temporal } from '#kernel';
import type { PlaceWords, Translator, When } from '#i18n';
import type { PageFrame } from './page-frame.view.js';

/** One of the dates, and how the votes for it stand. */
export interface PollOptionView {
  readonly id: string;
  readonly when: When;
  /** What this participant said or has just sent; null: nothing yet, and nothing is preselected. */
  readonly own: VoteValue | null;
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  readonly coverage: { readonly total: number; readonly possible: number };
  readonly taken: boolean;
}

/** `/p/:token` */
export interface PollView {
  readonly frame: PageFrame;
  readonly title: PickedText;
  /** Markdown. */
  readonly description: PickedText | null;
  readonly host: string;
  /** The person asked, in full. */
  readonly person: string;
  /** Whom to ask, with address or telephone. */
  readonly contact: string | null;
  readonly place: PlaceWords | null;
  readonly zone: string;
  readonly deadline: Temporal.Instant;
  /** The form leads here. */
  readonly action: string;
  readonly state: 'open' | 'closed' | 'decided';
  readonly options: readonly PollOptionView[];
  readonly answeredAt: Temporal.Instant | null;
  readonly note: string;
  /** Right after an answer. */
  readonly saved: boolean;
  /** Codes of what kept an answer from being saved. */
  readonly problem: { readonly code: string; readonly field: string } | null;
  /** The others' votes by option; null: only counts are shown. */
  readonly others:
    readonly { readonly name: string; readonly votes: Readonly<Record<string, VoteValue>> }[] | null;
}

/** A link that opens no poll (any more). */
export interface PollProblemView {
  readonly frame: PageFrame;
  readonly problem: 'unknown' | 'expired';
}

/** What every part of the page takes. */
export interface PollPartProps {
  readonly view: PollView;
  readonly t: Translator;
}
