import { formatWhen, fullName, translator } from '#i18n';
import { PaperHead } from '../drawing/draw-head.js';
import { drawFooters } from '../drawing/draw-footer.js';
import { colours } from '../drawing/colours.js';
import { breakLines } from '../drawing/break-lines.js';
import { mm } from '../drawing/millimetres.js';
import { PaperDocument } from '../drawing/paper-document.js';
import { Table } from '../drawing/table.js';
import { drawMeetingHead } from './draw-meeting-head.js';
import { DRAWN_AT_ONCE } from './paper-words.js';
import type { OnDrawn, PaperMeeting, PaperPerson, PaperWords } from './paper-words.js';

export interface SignInSheet {
  readonly words: PaperWords;
  /** One for every day of the meeting, each with sheets of its own. */
  readonly days: readonly PaperMeeting[];
  /** In the order they stand in. */
  readonly people: readonly PaperPerson[];
  /** So many take part without being there, and sign nothing. */
  readonly online: number;
  readonly orientation: 'portrait' | 'landscape';
  /** For who comes without having registered. */
  readonly emptyRows: number;
}

const MARGIN_MM = 15;
const FOOT_MM = 12;
const ROW_MM = 11;

const sizes = { portrait: { width: 210, height: 297 }, landscape: { width: 297, height: 210 } } as const;
/** Number, name, organisation, cluster, signature; in millimetres. */
const columns = { portrait: [9, 49, 44, 36, 42], landscape: [11, 70, 68, 50, 68] } as const;

/** The list that everybody signs, every page of it complete in itself: pages get parted. */
export async function drawSignInSheet(sheet: SignInSheet, onDrawn: OnDrawn): Promise<Buffer> {
  const { words, days, orientation } = sheet;
  const t = translator(words.language);
  const { width, height } = sizes[orientation];
  const [title, hosts] = [days[0]?.title ?? '', days[0]?.hosts ?? ''];
  const paper = new PaperDocument({
    width,
    height,
    title: `${t('papers.sheet.title')}: ${title}`,
    author: hosts,
    language: words.language,
    at: words.madeAt,
  });
  const pages = new SheetPages(paper, sheet);
  for (const [index, day] of days.entries()) {
    await pages.drawDay(day, (done) => onDrawn((index * sheet.people.length + done) / days.length));
  }
  const foot = { x: mm(MARGIN_MM), y: mm(height - FOOT_MM), width: mm(width - 2 * MARGIN_MM) };
  const footer = `${t('papers.sheet.title')} · ${title}`;
  const [fitting = ''] = breakLines(footer, foot.width - mm(40), (text) =>
    paper.widthOf(text, 'regular', 8.5),
  );
  drawFooters(paper, { ...foot, words: fitting, language: words.language, accent: words.accent });
  return paper.end();
}

class SheetPages {
  private readonly head: PaperHead;
  private readonly table: Table;
  private readonly width: number;
  private readonly lowest: number;

  constructor(
    private readonly paper: PaperDocument,
    private readonly sheet: SignInSheet,
  ) {
    const { words, orientation } = sheet;
    const t = translator(words.language);
    const titles = [
      t('papers.sheet.number'),
      t('papers.sheet.name'),
      t('papers.sheet.organisation'),
      t('papers.sheet.cluster'),
      t('papers.sheet.signature'),
    ];
    this.head = new PaperHead(paper, words.head);
    this.width = mm(sizes[orientation].width - 2 * MARGIN_MM);
    this.lowest = mm(sizes[orientation].height - FOOT_MM - 3);
    this.table = new Table(paper, {
      x: mm(MARGIN_MM),
      columns: titles.map((title, index) => ({
        title,
        width: mm(columns[orientation][index] ?? 0),
        strong: index === 1,
      })),
      size: 10.5,
      rowHeight: mm(ROW_MM),
    });
  }

  async drawDay(day: PaperMeeting, onDrawn: OnDrawn): Promise<void> {
    const { people, emptyRows } = this.sheet;
    let y = this.turn(day, true);
    const rows = [...people.map(cellsOf), ...Array.from({ length: emptyRows }, (): readonly string[] => [])];
    for (const [index, cells] of rows.entries()) {
      const numbered = [String(index + 1), ...cells];
      if (y + this.table.heightOf(numbered) > this.lowest) y = this.turn(day, false);
      y = this.table.drawRow(y, numbered);
      if (index % DRAWN_AT_ONCE === 0) await onDrawn(Math.min(index, people.length));
    }
  }

  private turn(day: PaperMeeting, isFirst: boolean): number {
    this.paper.addPage();
    const x = mm(MARGIN_MM);
    const y = this.head.draw(x, mm(10), this.width) + mm(isFirst ? 6 : 3);
    const lower = isFirst ? this.drawMeeting(day, y) : this.drawReminder(day, y);
    return this.table.drawHead(lower + mm(isFirst ? 4 : 2));
  }

  private drawMeeting(day: PaperMeeting, y: number): number {
    const { words, online } = this.sheet;
    const t = translator(words.language);
    const kind = t('papers.sheet.title');
    const lower = drawMeetingHead(this.paper, day, { x: mm(MARGIN_MM), y, width: this.width, kind, words });
    if (online === 0) return lower;
    const measure = (text: string) => this.paper.widthOf(text, 'regular', 9.5);
    const lines = breakLines(t('papers.sheet.online', { count: online }), this.width, measure);
    const drawn = { x: mm(MARGIN_MM), y: lower + mm(3), font: 'regular', size: 9.5 } as const;
    return this.paper.lines(lines, { ...drawn, colour: colours.ink });
  }

  private drawReminder({ title, when, place }: PaperMeeting, y: number): number {
    const { language } = this.sheet.words;
    const measure = (text: string) => this.paper.widthOf(text, 'semibold', 10.5);
    const text = [title, formatWhen(when, language), place].filter((part) => part !== null).join(' · ');
    const drawn = { x: mm(MARGIN_MM), y, font: 'semibold', size: 10.5, colour: colours.ink } as const;
    return this.paper.lines(breakLines(text, this.width, measure), drawn);
  }
}

function cellsOf({ academicTitle, givenName, familyName, organisation, clusters }: PaperPerson) {
  const name = fullName({ title: academicTitle, givenName, familyName });
  return [name, organisation ?? '', clusters.join(', ')];
}
