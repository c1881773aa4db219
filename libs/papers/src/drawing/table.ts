import { breakLines } from './break-lines.js';
import { colours } from './colours.js';
import { mm } from './millimetres.js';
import { LINE_HEIGHT } from './paper-document.js';
import type { PaperDocument, TextAlign } from './paper-document.js';

export interface TableColumn {
  readonly title: string;
  /** In points. */
  readonly width: number;
  readonly align?: TextAlign;
  readonly strong?: boolean;
}

interface TableLayout {
  readonly x: number;
  readonly columns: readonly TableColumn[];
  readonly size: number;
  /** The least height of a row, in points. */
  readonly rowHeight: number;
}

const PADDING = mm(1.5);

/** Rows below a head, drawn from the top down; whoever draws turns the page. */
export class Table {
  readonly width: number;

  constructor(
    private readonly paper: PaperDocument,
    private readonly layout: TableLayout,
  ) {
    this.width = layout.columns.reduce((sum, column) => sum + column.width, 0);
  }

  drawHead(y: number): number {
    const size = 8.5;
    const { x, columns } = this.layout;
    const titles = columns.map(({ title }) => title);
    const drawn = { y: y + mm(1), font: 'semibold', size, colour: colours.quiet } as const;
    this.eachCell(titles, ([text, column, left]) =>
      this.paper.text(text, { ...drawn, x: left, width: column.width - 2 * PADDING, align: column.align }),
    );
    const lower = y + mm(1.8) + size * LINE_HEIGHT;
    this.paper.rule({ x, y: lower }, this.width, colours.ink, 0.9);
    return lower;
  }

  heightOf(cells: readonly string[]): number {
    const lines = this.layout.columns.map((column, index) => this.linesOf(cells[index] ?? '', column).length);
    return Math.max(this.layout.rowHeight, Math.max(...lines) * this.layout.size * LINE_HEIGHT + 2 * PADDING);
  }

  /** Returns the lower edge, a hairline. */
  drawRow(y: number, cells: readonly string[]): number {
    const { x, size } = this.layout;
    const height = this.heightOf(cells);
    this.eachCell(cells, ([text, column, left]) => {
      const lines = this.linesOf(text, column);
      this.paper.lines(lines, {
        x: left,
        y: y + (height - lines.length * size * LINE_HEIGHT) / 2,
        font: column.strong === true ? 'semibold' : 'regular',
        size,
        colour: colours.ink,
        width: column.width - 2 * PADDING,
        align: column.align,
      });
    });
    this.paper.rule({ x, y: y + height }, this.width, colours.line);
    return y + height;
  }

  private linesOf(text: string, { width, strong }: TableColumn): readonly string[] {
    const font = strong === true ? 'semibold' : 'regular';
    const measure = (part: string) => this.paper.widthOf(part, font, this.layout.size);
    return text.split('\n').flatMap((part) => breakLines(part, width - 2 * PADDING, measure));
  }

  private eachCell(
    cells: readonly string[],
    draw: (cell: readonly [text: string, column: TableColumn, left: number]) => void,
  ): void {
    let { x } = this.layout;
    for (const [index, column] of this.layout.columns.entries()) {
      draw([cells[index] ?? '', column, x + PADDING]);
      x += column.width;
    }
  }
}
