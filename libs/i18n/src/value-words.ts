import type { LocalizedText } from '#kernel';
import type { Translator } from './translator.js';

/** How a value of the log is said: in which language, and days and moments the way the place has them. */
export interface ValueWords {
  readonly t: Translator;
  /** What somebody wrote in one language or both. */
  text(text: LocalizedText): string;
  /** `2027-03-04` */
  day(day: string): string;
  /** `2027-03-04T09:00:00Z` */
  moment(instant: string): string;
}
