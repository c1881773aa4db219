import { formatDay, fullName, translator } from '#i18n';
import type { Temporal } from '#kernel';
import { breakLines, fitText } from '../drawing/break-lines.js';
import { colours } from '../drawing/colours.js';
import { PaperHead } from '../drawing/draw-head.js';
import { mm } from '../drawing/millimetres.js';
import type { PaperDocument } from '../drawing/paper-document.js';
import type { PaperPerson, PaperWords } from './paper-words.js';

export const A4_MM = { width: 210, height: 297 } as const;
export const MARGIN_MM = 25;
export const INNER_MM = A4_MM.width - 2 * MARGIN_MM;

/** What is signed: by whom, and the day it was made on. */
export interface Signing {
  /** Who signs, if that is known. */
  readonly signer: string | null;
  readonly issuer: string;
  readonly on: Temporal.PlainDate;
}

/** What certificates of both kinds share: a head, a title, a name, and a line to sign on. */
export class CertificatePage {
  private readonly head: PaperHead;

  constructor(
    private readonly paper: PaperDocument,
    private readonly words: PaperWords,
  ) {
    this.head = new PaperHead(paper, words.head);
  }

  /** A new page with its head alone. */
  turn(): number {
    this.paper.addPage();
    return this.head.draw(mm(MARGIN_MM), mm(15), mm(INNER_MM)) + mm(8);
  }

  /** A new page, down to the person's name; returns the lower edge. */
  open(title: string, person: PaperPerson): number {
    const { paper } = this;
    const x = mm(MARGIN_MM);
    const t = translator(this.words.language);
    const y = this.turn() + mm(12);
    paper.text(title, { x, y, font: 'semibold', size: 26, colour: colours.ink });
    const drawn = { x, font: 'regular', size: 11.5, colour: colours.quiet } as const;
    paper.text(t('papers.certificate.herewith'), { ...drawn, y: y + mm(20) });
    const name = fitText([fullName({ ...person, title: person.academicTitle })], {
      width: mm(INNER_MM),
      most: 22,
      least: 12,
      mostLines: 2,
      measure: (text) => paper.widthOf(text, 'semibold', 1),
    });
    const named = { x, y: y + mm(28), font: 'semibold', size: name.size, colour: colours.ink } as const;
    let below = paper.lines(name.lines, named) + mm(2);
    for (const place of [person.organisation ?? '', person.clusters.join(', ')]) {
      below = this.paragraph(place, { ...drawn, y: below });
    }
    return below;
  }

  /** Wrapped to the page's width; returns the lower edge. */
  paragraph(
    text: string,
    { y, size = 11.5, colour = colours.ink }: { y: number; size?: number; colour?: string },
  ): number {
    const measure = (part: string) => this.paper.widthOf(part, 'regular', size);
    const drawn = { x: mm(MARGIN_MM), y, font: 'regular', size, colour } as const;
    return this.paper.lines(breakLines(text, mm(INNER_MM), measure), drawn);
  }

  /** Two lines to be filled in by hand: place and day, and who signs for the issuer. */
  drawSigning(y: number, { signer, issuer, on }: Signing): void {
    const { language } = this.words;
    const t = translator(language);
    const [left, right] = [mm(MARGIN_MM), mm(MARGIN_MM + INNER_MM * 0.45)];
    const [short, long] = [mm(INNER_MM * 0.38), mm(INNER_MM * 0.55)];
    this.paper.text(formatDay(on, language).replace(/^[^,]*, /, ''), {
      x: left,
      y: y - mm(6),
      font: 'regular',
      size: 11,
      colour: colours.ink,
      width: short,
      align: 'right',
    });
    this.paper.rule({ x: left, y }, short, colours.ink, 0.7);
    this.paper.rule({ x: right, y }, long, colours.ink, 0.7);
    const drawn = { y: y + mm(1.5), font: 'regular', size: 9, colour: colours.quiet } as const;
    this.paper.text(t('papers.certificate.place-and-day'), { ...drawn, x: left });
    const measure = (text: string) => this.paper.widthOf(text, 'regular', 9);
    const signing = [signer, issuer].filter((text) => text !== null && text !== '').join(', ');
    this.paper.lines(breakLines(signing, long, measure), { ...drawn, x: right });
  }
}
