import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnName, escapeXml, workbookParts } from './workbook-parts.js';

/** No clock is asked: the same rows are the same bytes. */
const MADE_AT = new Date(Date.UTC(2000, 0, 1));

/**
 * Rows as a workbook with one sheet whose first row stays in sight. Every cell is a string, so that nothing in it can be
 * a formula. Streams: rows are asked for as they are read.
 */
export function writeXlsx(rows: AsyncIterable<readonly string[]>, { title }: { title: string }): Readable {
  const zip = new ZipFile();
  for (const { path, text } of workbookParts(title)) {
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

async function* sheetOf(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
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

function rowOf(row: readonly string[], number: number): string {
  const style = number === 1 ? ' s="1"' : '';
  const cells = row.map((cell, column) =>
    cell === ''
      ? ''
      : `<c r="${columnName(column)}${number}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}
