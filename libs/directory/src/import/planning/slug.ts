import type { Id } from '#kernel';

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const MOST_CHARACTERS = 60;
const TAIL_CHARACTERS = 6;

/** The words of a name as they may stand in an address. */
export function slugWords(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-+|-+$/g, '');
}

/** A slug for a new organisation that nobody has or had, and takes it. */
export function slugFor(name: string, id: Id, taken: Set<string>): string {
  const words = slugWords(name);
  const slug =
    words === '' || taken.has(words) ? [words, id.slice(-TAIL_CHARACTERS)].filter(Boolean).join('-') : words;
  taken.add(slug);
  return slug;
}
