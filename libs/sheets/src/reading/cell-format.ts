import { Temporal } from '#kernel';

/** The number formats that every Excel has for days and times. */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const FIRST_OF_1900 = Temporal.PlainDate.from('1899-12-30');
const FIRST_OF_1904 = Temporal.PlainDate.from('1904-01-01');
/** The last day Excel knows, 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** Whether a number format shows a day: it has a day or a year outside quotes, brackets and escapes. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.has(id);
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[dyjtDYJT]/.test(bare) && !/General|Standard/i.test(bare);
}

/** `2027-12-31` of the number Excel keeps for a day; null for a number that is no day. */
export function dayOfSerial(serial: number, since1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > LAST_SERIAL) return null;
  const origin = since1904 ? FIRST_OF_1904 : FIRST_OF_1900;
  return origin.add({ days: Math.floor(serial) }).toString();
}

/** The index of a cell's column from its reference: `B7` is 1. Undefined without one. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}
