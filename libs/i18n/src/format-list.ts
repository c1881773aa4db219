import type { Language } from '#kernel';
import { localeOf } from './language.js';

/** "A, B und C", "A, B and C". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}
