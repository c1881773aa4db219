import type { AuthorizedScope } from '#access';
import type { ImportField } from '#contracts';
import type { Translator } from '#i18n';
import { pickText } from '#kernel';
import type { LocalizedText, Temporal } from '#kernel';

/** Whose rows a file holds, and in which language it speaks. */
export interface ExportRequest {
  readonly scope: AuthorizedScope;
  readonly t: Translator;
  readonly now: Temporal.Instant;
}

/** A table on its way into a file: the titles first. */
export type ExportedRows = AsyncGenerator<readonly string[]>;

export const EXPORT_PAGE = 500;

/** The titles of columns that an import knows again. */
export function titlesOf(t: Translator, fields: readonly ImportField[]): readonly string[] {
  return fields.map((field) => t(`import.fields.${field}`));
}

/** A day as a spreadsheet of that language takes it for one. */
export function dayCell(day: Temporal.PlainDate | null, { language }: Translator): string {
  if (day === null) return '';
  const { year, month, day: dayOfMonth } = day;
  if (language === 'en') return day.toString();
  return `${String(dayOfMonth).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

export function textCell(text: LocalizedText, { language }: Translator): string {
  return pickText(text, language).text;
}
