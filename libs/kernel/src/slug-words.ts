import { pickText } from './localized-text.js';
import type { LocalizedText } from './localized-text.js';

const FOLDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const MAX_LENGTH = 50;

/** The words of a name as they stand in an address: lower-case letters, digits and hyphens, at most 50; may be empty. */
export function slugWords(name: LocalizedText): string {
  return pickText(name, 'de')
    .text.toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
}
