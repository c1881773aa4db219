import type { Language } from '#kernel';
import { localeOf } from './language.js';

/** "A, B und C", "A, B and C". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}

/** A number with the language's separators: "1.250", "1,250". */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}
