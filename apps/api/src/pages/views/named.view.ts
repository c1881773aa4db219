import type { Language, PickedText } from '#kernel';
import type { AnswerProblemView, SeatsView } from './invitation.view.js';
import type { MeetingView } from './meeting.view.js';
import type { PageFrame } from './page-frame.view.js';

/** Somebody who is named in a form, with what was typed and what is wrong with it. */
export interface NamedView {
  /** What the names of its fields begin with. */
  readonly prefix: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly language: Language;
  /** The kinds of seat to choose from; none where it is the one that is passed on. */
  readonly kinds: SeatsView['contingents'];
  readonly problems: readonly NamedProblem[];
}

export interface NamedProblem {
  /** `givenName`, `familyName` or `address`. */
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface NoteView {
  readonly text: string;
  readonly wrong: Pick<AnswerProblemView, 'code' | 'params'> | null;
}

/** What the forms have in common in which an invitee names others. */
export interface NamedPageView {
  readonly frame: PageFrame;
  readonly meeting: MeetingView;
  readonly action: string;
  readonly invitationUrl: string;
  /** The code of what is wrong with the whole. */
  readonly problem: string | null;
}

/** `/i/:token/substitute` */
export interface SubstituteView extends NamedPageView {
  readonly person: NamedView;
  /** The kind of the seat that is passed on; null where there is one kind only, or no seat. */
  readonly passedKind: PickedText | null;
  /** To the hosts, as typed here or with the answer before. */
  readonly note: NoteView;
}

/** `/i/:token/colleagues` */
export interface ColleaguesView extends NamedPageView {
  /** How many more can be registered. */
  readonly left: number;
  /** One for each row of the form. */
  readonly people: readonly NamedView[];
  readonly together: boolean;
  /** What the words of the problem mention. */
  readonly params?: NamedProblem['params'];
}
