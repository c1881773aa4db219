import { DomainError } from '#kernel';
import type { SheetFormat } from '../sheet.js';
import { recogniseEncoding } from './encoding.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Excel until 2003, and every workbook with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const VCARD = /^\uFEFF?\s*BEGIN:VCARD/i;
const HEAD_BYTES = 512;
// What no text has: control characters other than tab, line breaks and form feed.
const NOT_TEXT = /[^\P{Cc}\t\n\f\r\u0085]/u;

/**
 * What a file is, by its content; its name says nothing. Throws `sheet.empty`, `sheet.old-workbook` and
 * `sheet.not-recognised`.
 */
export function recogniseFormat(bytes: Buffer): SheetFormat {
  if (bytes.length === 0) throw new DomainError('sheet.empty');
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return 'xlsx';
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) throw new DomainError('sheet.old-workbook');
  const head = new TextDecoder(recogniseEncoding(bytes)).decode(bytes.subarray(0, HEAD_BYTES));
  if (head.startsWith('%PDF') || NOT_TEXT.test(head)) throw new DomainError('sheet.not-recognised');
  return VCARD.test(head) ? 'vcard' : 'csv';
}
