import { Readable } from 'node:stream';
import { disarmed } from '../formula.js';
import type { SheetCell } from '../sheet.js';

const BYTE_ORDER_MARK = '\uFEFF';

interface CsvOptions {
  /** What separates the columns: German Excel opens semicolons, the others commas. */
  readonly delimiter: ';' | ',';
}

/**
 * Rows as a CSV that Excel opens by a double click: UTF-8 with byte order mark, CRLF. A cell that would be taken for a
 * formula gets an apostrophe in front, which an import takes away again. Streams: rows are asked for as they are read.
 */
export function writeCsv(rows: AsyncIterable<readonly SheetCell[]>, { delimiter }: CsvOptions): Readable {
  return Readable.from(linesOf(rows, delimiter), { objectMode: false });
}

async function* linesOf(
  rows: AsyncIterable<readonly SheetCell[]>,
  delimiter: string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for await (const row of rows) yield `${row.map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`;
}

function written(cell: SheetCell, delimiter: string): string {
  const safe = disarmed(typeof cell === 'string' ? cell : cell.text);
  const needsQuotes = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
