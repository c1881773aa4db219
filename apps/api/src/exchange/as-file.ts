import { StreamableFile } from '@nestjs/common';
import { translator } from '#i18n';
import type { Language } from '#kernel';
import { writeCsv, writeXlsx } from '#sheets';

export interface FileWish {
  readonly format: 'csv' | 'xlsx';
  readonly lang: Language;
}

type Exported = 'people' | 'institutions' | 'members' | 'offices' | 'invitations';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The rows as a file that is written while it is sent, named in the reader's language. */
export function asFile(
  rows: AsyncIterable<readonly string[]>,
  exported: Exported,
  { format, lang }: FileWish,
): StreamableFile {
  const title = translator(lang)(`import.files.${exported}`);
  const disposition = `attachment; filename="${exported}.${format}"; filename*=UTF-8''${encodeURIComponent(title)}.${format}`;
  if (format === 'xlsx') return new StreamableFile(writeXlsx(rows, { title }), { type: XLSX, disposition });
  const delimiter = lang === 'de' ? ';' : ',';
  return new StreamableFile(writeCsv(rows, { delimiter }), { type: 'text/csv; charset=utf-8', disposition });
}
