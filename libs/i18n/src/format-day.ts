import type { Language, Temporal } from '#kernel';
import { localeOf } from './language.js';

/** Keeps the parts of a date or time on one line. */
export const NBSP = '\u00a0';

/** `long`: with the weekday's and the month's full names; `short`: both abbreviated. */
export type DayStyle = 'long' | 'short';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** One part of the day's name, such as the weekday, as Intl writes it; formatters are made once. */
export function dayPart(
  day: Temporal.PlainDate,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter.format(Date.UTC(day.year, day.month - 1, day.day));
}

/** "Donnerstag, 4. März 2027", "Thursday, 4 March 2027"; the short style is "Do., 4. März 2027", "Thu, 4 Mar 2027". */
export function formatDay(day: Temporal.PlainDate, language: Language, style: DayStyle = 'long'): string {
  return `${weekdayOf(day, language, style)}, ${dateOf(day, language, style)}`;
}

/** "Do., 4. März", "Thu, 4 Mar": for a second day whose year is clear from the first. */
export function formatDayWithoutYear(day: Temporal.PlainDate, language: Language): string {
  return `${weekdayOf(day, language, 'short')}, ${dayAndMonth(day, language, 'short')}`;
}

/** "4.–5. März 2027", "30. März – 2. April 2027"; a single day comes with its weekday. Both days inclusive. */
export function formatDayRange(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  language: Language,
): string {
  if (first.equals(last)) return formatDay(first, language);
  const end = dateOf(last, language, 'long');
  if (first.year !== last.year) return `${dateOf(first, language, 'long')} – ${end}`;
  if (first.month !== last.month) return `${dayAndMonth(first, language, 'long')} – ${end}`;
  return `${dayNumber(first, language)}–${end}`;
}

/** "heute", "morgen", "in 12 Tagen", "vor 3 Monaten": days up to sixty, then months, then years. */
export function relativeDays(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  const days = today.until(day, { largestUnit: 'days' }).days;
  if (Math.abs(days) <= 60) return format.format(days, 'day').replace(/(\d) /, `$1${NBSP}`);
  const months = Math.round(days / 30.44);
  const [value, unit] =
    Math.abs(months) < 24 ? ([months, 'month'] as const) : ([Math.round(months / 12), 'year'] as const);
  return format.format(value, unit).replace(/(\d) /, `$1${NBSP}`);
}

/** The weekday, in full or abbreviated ("Do.", "Thu"). */
export function weekdayOf(day: Temporal.PlainDate, language: Language, style: DayStyle): string {
  const name = dayPart(day, language, { weekday: style });
  return language === 'de' && style === 'short' && !name.endsWith('.') ? `${name}.` : name;
}

/** The month's name, in full or abbreviated ("März", "Sept.", "Mar"). */
export function monthOf(day: Temporal.PlainDate, language: Language, style: DayStyle): string {
  return dayPart(day, language, { month: style, day: 'numeric' }).replace(/^\d+\.?\s*/, '');
}

/** "4. März 2027", "4 March 2027". */
export function dateOf(day: Temporal.PlainDate, language: Language, style: DayStyle): string {
  return `${dayAndMonth(day, language, style)}${NBSP}${day.year}`;
}

/** "4. März", "4 March". */
export function dayAndMonth(day: Temporal.PlainDate, language: Language, style: DayStyle): string {
  return `${dayNumber(day, language)}${NBSP}${monthOf(day, language, style)}`;
}

function dayNumber(day: Temporal.PlainDate, language: Language): string {
  return language === 'de' ? `${day.day}.` : String(day.day);
}
