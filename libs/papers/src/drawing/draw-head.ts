import type { Language } from '#kernel';
import { translator } from '#i18n';
import { breakLines } from './break-lines.js';
import { colours } from './colours.js';
import { drawEmblem } from './draw-emblem.js';
import { mm } from './millimetres.js';
import { drawPicture, openPicture } from './open-picture.js';
import type { OpenedPicture } from './open-picture.js';
import { LINE_HEIGHT } from './paper-document.js';
import type { PaperDocument } from './paper-document.js';

/** How the Union pays: not at all, all of it, or a part. */
export type UnionFunding = 'none' | 'funded' | 'co-funded';

/** What stands above every paper: who pays for it and whose it is. */
export interface HeadWords {
  readonly language: Language;
  readonly unionFunding: UnionFunding;
  readonly fundingLine: string | null;
  /** PNG or JPEG, in the order they stand in. */
  readonly logos: readonly Buffer[];
  /** Stands there where there is no logo. */
  readonly hosts: string;
}

/** Of the emblem, and of everything beside it, which may not be larger. */
const HEIGHT_MM = 12;
const WIDEST_LOGO_MM = 42;
const GAP_MM = 5;
const STATEMENT_SIZE = 11;
const FUNDING_SIZE = 8.5;

interface Logo {
  readonly image: OpenedPicture;
  readonly width: number;
  readonly height: number;
}

/** Draws one head on every page that it is asked for; pictures are put into the file once. */
export class PaperHead {
  private readonly logos: readonly Logo[];

  constructor(
    private readonly paper: PaperDocument,
    private readonly words: HeadWords,
  ) {
    this.logos = words.logos.map((bytes) => logoOf(paper, bytes));
  }

  /** Returns the lower edge, below a hairline. */
  draw(x: number, y: number, width: number): number {
    const { unionFunding, fundingLine, hosts } = this.words;
    const row = mm(HEIGHT_MM);
    const taken = unionFunding === 'none' ? 0 : this.drawUnion(x, y, row);
    this.drawLogos(x + taken, y, width - taken);
    const isBare = taken === 0 && this.logos.length === 0;
    if (isBare) this.paper.text(hosts, { x, y, font: 'semibold', size: 11, colour: colours.ink });
    let lower = y + (isBare ? 11 * LINE_HEIGHT : row);
    if (fundingLine !== null) lower = this.drawFundingLine(fundingLine, { x, y: lower + mm(2), width });
    this.paper.rule({ x, y: lower + mm(2.5) }, width, colours.line);
    return lower + mm(2.5);
  }

  /** Emblem and statement, which belong to each other; returns what they take of the width. */
  private drawUnion(x: number, y: number, height: number): number {
    const { language, unionFunding } = this.words;
    const statement = translator(language)(
      unionFunding === 'funded' ? 'papers.union.funded' : 'papers.union.co-funded',
    );
    const emblem = drawEmblem(this.paper, x, y, height);
    const measure = (text: string) => this.paper.widthOf(text, 'statement', STATEMENT_SIZE);
    const lines = breakLines(statement, mm(42), measure);
    const left = x + emblem + mm(3);
    this.paper.lines(lines, {
      x: left,
      y: y + (height - lines.length * STATEMENT_SIZE * LINE_HEIGHT) / 2,
      font: 'statement',
      size: STATEMENT_SIZE,
      colour: colours.unionBlue,
    });
    return left - x + Math.max(...lines.map(measure)) + mm(GAP_MM * 2);
  }

  /** Logos from the right edge, none higher than the emblem; all of them smaller where they need more room. */
  private drawLogos(x: number, y: number, width: number): void {
    const gaps = mm(GAP_MM) * Math.max(0, this.logos.length - 1);
    const wanted = this.logos.reduce((sum, logo) => sum + logo.width, 0);
    const scale = Math.min(1, (width - gaps) / Math.max(wanted, 1));
    let left = x + width - gaps - wanted * scale;
    for (const logo of this.logos) {
      const height = logo.height * scale;
      const box = { x: left, y: y + (mm(HEIGHT_MM) - height) / 2, width: logo.width * scale, height };
      drawPicture(this.paper.pdf, logo.image, box);
      left += box.width + mm(GAP_MM);
    }
  }

  private drawFundingLine(text: string, { x, y, width }: { x: number; y: number; width: number }): number {
    const measure = (part: string) => this.paper.widthOf(part, 'regular', FUNDING_SIZE);
    const drawn = { x, y, font: 'regular', size: FUNDING_SIZE, colour: colours.quiet } as const;
    return this.paper.lines(breakLines(text, width, measure), drawn);
  }
}

function logoOf({ pdf }: PaperDocument, bytes: Buffer): Logo {
  const image = openPicture(pdf, bytes);
  const { width, height } = image;
  const scale = Math.min(mm(HEIGHT_MM) / height, mm(WIDEST_LOGO_MM) / width);
  return { image, width: width * scale, height: height * scale };
}
