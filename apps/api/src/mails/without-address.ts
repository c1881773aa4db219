const HIDDEN = '…';
/** Where a calendar breaks its long lines. */
const FOLD = String.raw`(?:\r?\n[ \t])?`;

/** The text without the mail address, however it is written and wherever a calendar has broken the line. */
export function withoutAddress(text: string, address: string): string {
  const letters = [...address].map((letter) => letter.replace(/[^\w]/, String.raw`\$&`));
  return text.replace(new RegExp(letters.join(FOLD), 'gi'), HIDDEN);
}
