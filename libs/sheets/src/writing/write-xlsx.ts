import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import type { SheetCell } from '../sheet.js';
import {
  columnName,
  DAY_STYLE,
  escapeXml,
  MOMENT_STYLE,
  TITLE_STYLE,
  workbookParts,
} from './workbook-parts.js';

/** No clock is asked: the same rows are the same bytes. */
const MADE_AT = new Date(Date.UTC(2000, 0, 1));

interface XlsxOptions {
  readonly title: string;
  /** In whose order days are shown; English takes the one that nobody reads wrongly, as CSV does. */
  readonly language: Language;
}

/**
 * Rows as a workbook with one sheet whose first row stays in sight. Every cell is a string, so that nothing in it can be
 * a formula, or a day or moment as a number with its format. Streams: rows are asked for as they are read.
 */
export function writeXlsx(
  rows: AsyncIterable<readonly SheetCell[]>,
  { title, language }: XlsxOptions,
): Readable {
  const zip = new ZipFile();
  for (const { path, text } of workbookParts(title, language)) {
    zip.addBuffer(Buffer.from(text), path, { mtime: MADE_AT });
  }
  const sheet = Readable.from(sheetOf(rows), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime: MADE_AT });
  const output = new PassThrough();
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  zip.end();
  zip.outputStream.pipe(output);
  return output;
}

async function* sheetOf(rows: AsyncIterable<readonly SheetCell[]>): AsyncGenerator<string> {
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '</sheetView></sheetViews><sheetFormatPr defaultColWidth="20" defaultRowHeight="15"/><sheetData>'
  );
  let number = 0;
  for await (const row of rows) {
    number += 1;
    yield rowOf(row, number);
  }
  yield '</sheetData></worksheet>';
}

function rowOf(row: readonly SheetCell[], number: number): string {
  const cells = row.map((cell, column) => cellOf(cell, `${columnName(column)}${number}`, number === 1));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellOf(cell: SheetCell, place: string, isTitle: boolean): string {
  if (cell === '') return '';
  const serial = typeof cell === 'string' ? null : serialOf(cell.at);
  if (typeof cell !== 'string' && serial !== null) {
    return `<c r="${place}" s="${cell.at.includes('T') ? MOMENT_STYLE : DAY_STYLE}"><v>${serial}</v></c>`;
  }
  const text = escapeXml(typeof cell === 'string' ? cell : cell.text);
  const style = isTitle ? ` s="${TITLE_STYLE}"` : '';
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const SERIAL_ZERO = Temporal.PlainDateTime.from('1899-12-30T00:00');
// Before it spreadsheets disagree: some believe that 1900 was a leap year.
const FIRST_SERIAL = 61;
const MINUTES_PER_DAY = 24 * 60;

/** Days since the end of 1899, by the wall clock; null where spreadsheets cannot reckon. */
function serialOf(at: string): number | null {
  const { minutes } = SERIAL_ZERO.until(Temporal.PlainDateTime.from(at), { largestUnit: 'minute' });
  const serial = minutes / MINUTES_PER_DAY;
  return serial < FIRST_SERIAL ? null : serial;
}
