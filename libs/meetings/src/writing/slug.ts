import { pickText } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';

const FOLDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const WORDS_LENGTH = 50;

/**
 * A meeting's readable address: words of the title, its first day, and the last characters of its id, which make it
 * unique without asking the database.
 */
export function slugOf(meeting: {
  id: Id;
  title: LocalizedText;
  startsLocal: Temporal.PlainDateTime;
}): string {
  const words = pickText(meeting.title, 'de')
    .text.toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, WORDS_LENGTH)
    .replace(/^-+|-+$/g, '');
  return [words, meeting.startsLocal.toPlainDate().toString(), meeting.id.slice(-6)]
    .filter(Boolean)
    .join('-');
}
