import { Temporal } from '#kernel';

/** A day as samples write it: `2011-04-01`, `year+0`, `month-2` or `next-12-01`. */
export const SAMPLE_DAY = /^(?:\d{4}-\d{2}-\d{2}|(?:year|month)[+-]\d{1,2}|next-\d{2}-\d{2})$/;

/**
 * The day meant, seen from today: `year+0` is the first day of this year, `month-2` the first of the month before the
 * last one, `next-12-01` the next 1 December after today. Pure.
 */
export function resolveSampleDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  if (text.startsWith('year')) return today.with({ month: 1, day: 1 }).add({ years: Number(text.slice(4)) });
  if (text.startsWith('month')) return today.with({ day: 1 }).add({ months: Number(text.slice(5)) });
  if (!text.startsWith('next-')) return Temporal.PlainDate.from(text);
  const thisYear = Temporal.PlainDate.from(`${today.toString().slice(0, 4)}-${text.slice(5)}`);
  return Temporal.PlainDate.compare(thisYear, today) > 0 ? thisYear : thisYear.add({ years: 1 });
}

/** The first such weekday (1 is Monday) on or after the day so many weeks later. Pure. */
export function weekdayAfter(
  day: Temporal.PlainDate,
  { weeks, weekday }: { readonly weeks: number; readonly weekday: number },
): Temporal.PlainDate {
  const later = day.add({ weeks });
  return later.add({ days: (weekday - later.dayOfWeek + 7) % 7 });
}
