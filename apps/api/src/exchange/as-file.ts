import { StreamableFile } from '@nestjs/common';
import type { ListName } from '#contracts';
import { translator } from '#i18n';
import type { Language } from '#kernel';
import { writeCsv, writeXlsx } from '#sheets';
import type { SheetCell } from '#sheets';

interface FileWish {
  /** Of which list it is a file. */
  readonly name: ListName;
  readonly format: 'csv' | 'xlsx';
  readonly language: Language;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows as a file that is written while it is sent, named in the reader's language. */
export function asFile(
  rows: AsyncIterable<readonly SheetCell[]>,
  { name, format, language }: FileWish,
): StreamableFile {
  const title = translator(language)(`sheets.files.${name}`);
  const plain = name
    .replace(/^list/, '')
    .replaceAll(/\B[A-Z]/g, '-$&')
    .toLowerCase();
  const disposition = `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(title)}.${format}`;
  if (format === 'xlsx')
    return new StreamableFile(writeXlsx(rows, { title, language }), { type: XLSX, disposition });
  const delimiter = language === 'de' ? ';' : ',';
  return new StreamableFile(writeCsv(rows, { delimiter }), { type: 'text/csv; charset=utf-8', disposition });
}
