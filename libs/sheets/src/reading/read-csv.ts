import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { DomainError } from '#kernel';
import { checkCell, checkColumns, checkRows, sheetLimits } from '../limits.js';
import type { SheetRow } from '../sheet.js';
import { recogniseDelimiter } from './delimiter.js';
import { decode, recogniseEncoding } from './encoding.js';

const SAMPLE_CHARACTERS = 20_000;
const MOST_PER_RECORD = sheetLimits.columns * sheetLimits.cell;

/**
 * The rows of a text with separators, one after another: encoding and delimiter are recognised, quoted cells may hold
 * line breaks. Rows without any value are left out, and still counted. Throws `sheet.broken-row` and the
 * refusals of the limits.
 */
export async function* readCsv(bytes: Buffer): AsyncGenerator<SheetRow> {
  const encoding = recogniseEncoding(bytes);
  const sample = decode(bytes.subarray(0, SAMPLE_CHARACTERS * 2), encoding).next().value;
  const delimiter = recogniseDelimiter(typeof sample === 'string' ? sample : '');
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MOST_PER_RECORD,
  });
  const source = Readable.from(decode(bytes, encoding)).on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const record of parser) {
      row += 1;
      const cells = checkedCells(record, row);
      if (row === 1 && isSeparatorLine(cells, delimiter)) continue;
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(error, row + 1);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function checkedCells(record: readonly string[], row: number): readonly string[] {
  checkRows(row);
  const cells = record.map((cell) => cell.trim());
  checkColumns(cells.findLastIndex((cell) => cell !== '') + 1);
  for (const cell of cells) checkCell(cell.length, row);
  return cells;
}

function isSeparatorLine(cells: readonly string[], delimiter: string): boolean {
  return cells.join(delimiter).startsWith('sep=');
}

/** What the parser says ends the reading before the rows that wait, so it is asked how far it came. */
function damaged(cause: unknown, next: number): DomainError {
  if (!(cause instanceof CsvError)) return new DomainError('sheet.broken-row', { row: next }, { cause });
  const row = typeof cause['records'] === 'number' ? cause['records'] + 1 : next;
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    return new DomainError('sheet.cell-too-long', { row, most: sheetLimits.cell });
  }
  return new DomainError('sheet.broken-row', { row }, { cause });
}
