import { breakLines, fitText } from '../drawing/break-lines.js';
import { colours } from '../drawing/colours.js';
import { DATE_BLOCK_MM, drawDateBlock } from '../drawing/draw-date-block.js';
import { mm } from '../drawing/millimetres.js';
import type { PaperDocument } from '../drawing/paper-document.js';
import type { PaperMeeting, PaperWords } from './paper-words.js';

interface HeadPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** What kind of paper it is, above the title. */
  readonly kind: string;
  readonly words: PaperWords;
}

/** The meeting at the top of a paper: date block, title, place and hosts. Returns the lower edge. */
export function drawMeetingHead(
  paper: PaperDocument,
  meeting: PaperMeeting,
  { x, y, width, kind, words: { language, accent } }: HeadPlace,
): number {
  const block = drawDateBlock(paper, meeting.when, { x, y, language, accent });
  const left = x + mm(DATE_BLOCK_MM + 8);
  const room = width - mm(DATE_BLOCK_MM + 8);
  paper.text(kind, { x: left, y: y + mm(1), font: 'semibold', size: 10.5, colour: accent });
  const title = fitText([meeting.title], {
    width: room,
    most: 20,
    least: 13,
    mostLines: 2,
    measure: (text) => paper.widthOf(text, 'semibold', 1),
  });
  const below = paper.lines(title.lines, {
    x: left,
    y: y + mm(6.5),
    font: 'semibold',
    size: title.size,
    colour: colours.ink,
  });
  const measure = (text: string) => paper.widthOf(text, 'regular', 10.5);
  const facts = [meeting.place ?? '', meeting.hosts].flatMap((text) => breakLines(text, room, measure));
  const drawn = { x: left, y: below + mm(1.5), font: 'regular', size: 10.5, colour: colours.quiet } as const;
  return Math.max(block, paper.lines(facts, drawn));
}
