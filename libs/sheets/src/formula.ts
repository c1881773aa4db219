/**
 * What a spreadsheet takes for the begin of a formula (OWASP, CSV injection): Asian ones the wide characters as well,
 * and some skip white space first.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The cell, with an apostrophe in front where a spreadsheet would take it for a formula. */
export function disarmed(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What `disarmed` was given. */
export function rearmed(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
