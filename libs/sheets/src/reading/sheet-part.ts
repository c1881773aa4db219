import type { SaxesTagPlain } from 'saxes';
import { checkCell, checkColumns, checkRows } from '../limits.js';
import type { SheetRow } from '../sheet.js';
import { columnOf, dayOfSerial } from './cell-format.js';
import type { PartHandler } from './workbook.js';

interface SheetContext {
  readonly sharedTexts: readonly string[];
  /** Of each cell style, whether it shows a day. */
  readonly dayStyles: readonly boolean[];
  readonly since1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Collects the rows of a sheet's XML as it is read; `take` gives those that are complete. */
export class SheetPart implements PartHandler {
  private readonly complete: SheetRow[] = [];
  private cells: string[] = [];
  private row = 0;
  private rows = 0;
  private cell: Cell | null = null;
  private inValue = false;

  constructor(private readonly context: SheetContext) {}

  take(): readonly SheetRow[] {
    return this.complete.splice(0);
  }

  readonly open = ({ name, attributes }: SaxesTagPlain): void => {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = true;
  };

  readonly text = (text: string): void => {
    if (!this.inValue || this.cell === null) return;
    this.cell.value += text;
    checkCell(this.cell.value.length, this.row);
  };

  readonly close = ({ name }: SaxesTagPlain): void => {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  };

  private openRow(attributes: SaxesTagPlain['attributes']): void {
    const told = Number(attributes['r']);
    this.row = Number.isSafeInteger(told) && told > this.row ? told : this.row + 1;
    this.cells = [];
  }

  private openCell(attributes: SaxesTagPlain['attributes']): void {
    this.cell = {
      column: columnOf(attributes['r']) ?? this.cells.length,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      value: '',
    };
  }

  private closeCell(): void {
    if (this.cell === null) return;
    const text = this.textOf(this.cell).trim();
    if (text !== '') {
      checkColumns(this.cell.column + 1);
      while (this.cells.length < this.cell.column) this.cells.push('');
      this.cells[this.cell.column] = text;
    }
    this.cell = null;
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.rows += 1;
    checkRows(this.rows);
    this.complete.push({ row: this.row, cells: this.cells });
  }

  private textOf({ type, style, value }: Cell): string {
    if (type === 's') return this.context.sharedTexts[Number(value)] ?? '';
    if (type === 'd') return value.slice(0, 10);
    if (type !== 'n' || this.context.dayStyles[style] !== true) return value;
    return dayOfSerial(Number(value), this.context.since1904) ?? value;
  }
}
