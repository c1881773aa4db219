import { dateBlock } from '#i18n';
import type { When } from '#i18n';
import type { Language } from '#kernel';
import { breakLines } from './break-lines.js';
import { colours } from './colours.js';
import { mm } from './millimetres.js';
import type { PaperDocument } from './paper-document.js';

export const DATE_BLOCK_MM = 34;

interface BlockPlace {
  readonly x: number;
  readonly y: number;
  readonly language: Language;
  /** `#rrggbb`, readable on white. */
  readonly accent: string;
}

/** The date as the picture of a meeting, as in mails and pages: weekday, large day, month, year, time beneath. */
export function drawDateBlock(
  paper: PaperDocument,
  when: When,
  { x, y, language, accent }: BlockPlace,
): number {
  const words = dateBlock(when, language);
  const width = mm(DATE_BLOCK_MM);
  paper.rule({ x, y }, width, accent, 2);
  paper.text(words.weekday, { x, y: y + mm(2.2), font: 'semibold', size: 10, colour: accent });
  paper.text(words.day, { x, y: y + mm(4.4), font: 'semibold', size: 40, colour: colours.ink });
  const beside = x + paper.widthOf(words.day, 'semibold', 40) + mm(2.5);
  paper.text(words.month, { x: beside, y: y + mm(9.2), font: 'semibold', size: 12, colour: colours.ink });
  paper.text(words.year, { x: beside, y: y + mm(14), font: 'regular', size: 10, colour: colours.quiet });
  const measure = (text: string) => paper.widthOf(text, 'regular', 9.5);
  const below = [words.time, words.until ?? ''].flatMap((text) => breakLines(text, width, measure));
  return paper.lines(below, { x, y: y + mm(20.5), font: 'regular', size: 9.5, colour: colours.quiet });
}
