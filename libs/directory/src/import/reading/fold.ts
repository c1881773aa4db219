import { foldText } from '#i18n';

/** The form in which two words are the same, whatever their case, umlauts, accents and punctuation. */
export function foldWord(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/** The form in which two names are the same: case and space make no difference, letters do. */
export function foldName(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
