import Pdf from 'pdfkit';
import type { Language, Temporal } from '#kernel';
import { fontFile, fonts } from './fonts.js';
import type { Font } from './fonts.js';
import { mm } from './millimetres.js';

export interface PaperOptions {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly at: Temporal.Instant;
}

export type TextAlign = 'left' | 'center' | 'right';

/** Words on a page: lines are broken by whoever draws, never by the library. */
export interface DrawnText {
  readonly x: number;
  /** The upper edge of the line. */
  readonly y: number;
  readonly font: Font;
  readonly size: number;
  readonly colour: string;
  readonly align?: TextAlign;
  /** Needed to align in it. */
  readonly width?: number;
}

/** How much of a size a line takes. */
export const LINE_HEIGHT = 1.22;

/** A PDF that grows page by page; everything about the library is known here alone. */
export class PaperDocument {
  readonly pdf: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<void>;
  private readonly sizes = new Map<string, number>();

  constructor({ width, height, title, author, language, at }: PaperOptions) {
    const date = new Date(at.epochMilliseconds);
    this.pdf = new Pdf({
      size: [mm(width), mm(height)],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, Author: author, Creator: 'Jourfixe', CreationDate: date, ModDate: date },
    });
    for (const font of fonts) this.pdf.registerFont(font, fontFile(font));
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.finished = new Promise((resolve, reject) => {
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
  }

  get pages(): number {
    return this.pdf.bufferedPageRange().count;
  }

  addPage(): void {
    this.pdf.addPage();
  }

  /** The width of a line in points. */
  widthOf(text: string, font: Font, size: number): number {
    const key = `${font} ${text}`;
    const known = this.sizes.get(key);
    if (known !== undefined) return known * size;
    const width = this.pdf.font(font).fontSize(1000).widthOfString(text) / 1000;
    this.sizes.set(key, width);
    return width * size;
  }

  text(text: string, { x, y, font, size, colour, align = 'left', width = 0 }: DrawnText): void {
    if (text === '') return;
    const free = width - this.widthOf(text, font, size);
    const shift = { left: 0, center: free / 2, right: free }[align];
    this.pdf
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x + shift, y, { lineBreak: false });
  }

  /** Lines beneath each other; returns the lower edge. */
  lines(lines: readonly string[], drawn: DrawnText): number {
    const step = drawn.size * LINE_HEIGHT;
    for (const [index, line] of lines.entries()) this.text(line, { ...drawn, y: drawn.y + index * step });
    return drawn.y + lines.length * step;
  }

  rule(from: { x: number; y: number }, width: number, colour: string, thickness = 0.5): void {
    this.pdf
      .moveTo(from.x, from.y)
      .lineTo(from.x + width, from.y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
  }

  /** Draws on every page once all of them are there: what needs their number. */
  onEveryPage(draw: (page: number, pages: number) => void): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(start + page);
      draw(page + 1, count);
    }
  }

  /** The whole file. */
  async end(): Promise<Buffer> {
    this.pdf.end();
    await this.finished;
    return Buffer.concat(this.chunks);
  }
}
