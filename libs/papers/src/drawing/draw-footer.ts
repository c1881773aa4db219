import { translator } from '#i18n';
import type { Language } from '#kernel';
import { colours } from './colours.js';
import { drawRing } from './draw-ring.js';
import { mm } from './millimetres.js';
import type { PaperDocument } from './paper-document.js';

const SIZE = 8.5;

const drawn = { font: 'regular', size: SIZE, colour: colours.quiet } as const;

/** At the foot of every page what it belongs to, and which of how many pages it is. */
export function drawFooters(paper: PaperDocument, footer: FooterWords): void {
  const { x, width, y, language } = footer;
  drawMarks(paper, footer);
  paper.onEveryPage((page, pages) => {
    const text = translator(language)('papers.page', { page, pages });
    if (pages > 1) paper.text(text, { ...drawn, x, y, width, align: 'right' });
  });
}

/** At the foot of every page the ring and what it belongs to: for pages that are handed out one by one. */
export function drawMarks(
  paper: PaperDocument,
  { x, y, words, accent }: Omit<FooterWords, 'language' | 'width'>,
): void {
  paper.onEveryPage(() => {
    drawRing(paper, { x, y: y - mm(0.4), width: mm(4), colour: accent });
    paper.text(words, { ...drawn, x: x + mm(5.5), y });
  });
}

interface FooterWords {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly words: string;
  readonly language: Language;
  readonly accent: string;
}
