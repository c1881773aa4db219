/** A day as people type it, day first: `4.3.2027`, `04/03/27`, `4 3 2027`, or `2027-03-04`; null when it is none. */
export function parseDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const european = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{2}|\d{4})$/.exec(typed.trim());
  if (european === null) return null;
  const year = european[3] ?? '';
  return dayOf(year.length === 2 ? `20${year}` : year, european[2], european[1]);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${text}T00:00:00Z`);
  // Date rolls the 31st of February over to March; then the text is not the same any more.
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? null : text;
}
