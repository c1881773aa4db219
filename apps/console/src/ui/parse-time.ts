/** A time of day as people type it: `10`, `9.30`, `930`, `10:00 Uhr`; gives `09:30`, or null when it is none. */
export function parseTime(typed: string): string | null {
  const parts = /^(\d{1,2})(?:[:.\s]?(\d{2}))?(?:\s*(?:uhr|h))?$/i.exec(typed.trim());
  if (parts === null) return null;
  const [, hours = '', minutes = '00'] = parts;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
