import type { When } from '#i18n';
import type { Language, Temporal } from '#kernel';
import type { HeadWords } from '../drawing/draw-head.js';

/** A meeting as papers say it. */
export interface PaperMeeting {
  readonly title: string;
  readonly when: When;
  /** In one line; null where it is nowhere. */
  readonly place: string | null;
  /** As short as it can be: where a table has no room for an address. */
  readonly town: string | null;
  readonly hosts: string;
}

/** Somebody as papers name them. */
export interface PaperPerson {
  readonly academicTitle: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string | null;
  readonly clusters: readonly string[];
}

/** What every paper says. */
export interface PaperWords {
  readonly language: Language;
  readonly head: HeadWords;
  /** `#rrggbb`, readable on white. */
  readonly accent: string;
  readonly madeAt: Temporal.Instant;
}

/** Is told how many are drawn; awaited, so that long work lets others in. */
export type OnDrawn = (done: number) => Promise<void>;

export const DRAWN_AT_ONCE = 25;
