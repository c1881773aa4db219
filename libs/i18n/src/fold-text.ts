/** Letters that stand for others, before what is left of accents is taken off. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

interface FoldedLetter {
  readonly letter: string;
  /** Where in the text it stands, and where the next one does. */
  readonly from: number;
  readonly to: number;
}

/**
 * The form in which texts are searched: lower case, "ä" as "ae" and "ß" as "ss", without accents, its words (letters
 * and digits) separated by single spaces. The SQL function `fold_text` does the same; a test compares the two.
 */
export function foldText(text: string): string {
  return foldLetters(text)
    .map(({ letter }) => letter)
    .join('')
    .trim();
}

/** The folded words of a text, none of them twice. */
export function foldedWords(text: string): readonly string[] {
  return [...new Set(foldText(text).split(' '))].filter((word) => word !== '');
}

/** A part of a text, and whether it is what was looked for. */
export interface TextPart {
  readonly text: string;
  readonly found: boolean;
}

/** The text in parts: those that begin a word and fold to one of the looked-for words (folded) are marked. */
export function foundParts(text: string, words: readonly string[]): readonly TextPart[] {
  const letters = foldLetters(text);
  const folded = letters.map(({ letter }) => letter).join('');
  const parts: TextPart[] = [];
  let done = 0;
  for (const start of wordStarts(folded)) {
    const hit = words.filter((word) => folded.startsWith(word, start)).toSorted(byLength)[0];
    const from = letters[start]?.from ?? 0;
    if (hit === undefined || from < done) continue;
    const to = letters[start + hit.length - 1]?.to ?? text.length;
    if (from > done) parts.push({ text: text.slice(done, from), found: false });
    parts.push({ text: text.slice(from, to), found: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), found: false });
  return parts;
}

function wordStarts(folded: string): readonly number[] {
  return Array.from(folded.matchAll(/\S+/g), ({ index }) => index);
}

function byLength(one: string, other: string): number {
  return other.length - one.length;
}

function foldLetters(text: string): readonly FoldedLetter[] {
  const letters: FoldedLetter[] = [];
  let from = 0;
  for (const cluster of text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const to = from + cluster.length;
    for (const letter of fold(cluster)) {
      const isSecondSpace = letter === ' ' && letters.at(-1)?.letter === ' ';
      if (!isSecondSpace) letters.push({ letter, from, to });
    }
    from = to;
  }
  return letters;
}

/** One letter with its accents; what is neither letter nor digit becomes a space. */
function fold(cluster: string): string {
  const spelled = cluster
    .normalize('NFC')
    .toLowerCase()
    .replace(/./gu, (letter) => SPELLINGS[letter] ?? letter);
  return spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
