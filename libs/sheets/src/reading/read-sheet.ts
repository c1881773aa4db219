import { DomainError } from '#kernel';
import type { SheetFormat, SheetRow } from '../sheet.js';
import { readCsv } from './read-csv.js';
import { readVcard } from './read-vcard.js';
import { readXlsx } from './read-xlsx.js';
import { recogniseFormat } from './recognise-format.js';

const readers: Readonly<Record<SheetFormat, (bytes: Buffer) => AsyncGenerator<SheetRow>>> = {
  csv: readCsv,
  vcard: readVcard,
  xlsx: readXlsx,
};

/**
 * The rows of a file that holds a table, whatever its format, one after another; the first one names the columns. Throws
 * `sheet.empty`, `sheet.old-workbook`, `sheet.not-recognised`, `sheet.damaged`, `sheet.broken-row` and the refusals of the limits.
 */
export async function* readSheet(bytes: Buffer): AsyncGenerator<SheetRow> {
  let any = false;
  for await (const row of readers[recogniseFormat(bytes)](bytes)) {
    any = true;
    yield row;
  }
  if (!any) throw new DomainError('sheet.empty');
}
