const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The form in which two words are the same, whatever their case, umlauts, accents and punctuation. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '');
}

/** The form in which two names are the same: case and space make no difference, letters do. */
export function foldName(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
