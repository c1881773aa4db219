import type { Language } from '#kernel';
import { formatDayWithoutYear, monthOf, weekdayOf } from './format-day.js';
import {
  clock,
  formatTime,
  formatTimeRange,
  formatWhen,
  hourAndMinute,
  zoneAbbreviation,
} from './format-time.js';
import { translator } from './translator.js';
import { daysOf, type When } from './when.js';

/** The words of the date block, the picture of every meeting: the same in mail, page, console and PDF. */
export interface DateBlockWords {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** "10:00–13:00 Uhr MEZ", over several days the start alone, or "ganztägig". */
  readonly time: string;
  /** "bis Fr., 5. März, 13:00 Uhr MEZ" where it goes over several days, else null. */
  readonly until: string | null;
  /** For `<time datetime>`: a day, or a moment with its offset. */
  readonly machine: string;
  /** All of it in one line, for readers who do not see the block. */
  readonly label: string;
}

/** The words of a date block in the meeting's own zone. */
export function dateBlock(when: When, language: Language): DateBlockWords {
  const { first, last } = daysOf(when);
  return {
    weekday: weekdayOf(first, language, 'long'),
    day: String(first.day),
    month: monthOf(first, language, 'long'),
    year: String(first.year),
    time: timeWords(when, language),
    until: first.equals(last) ? null : untilWords(when, language),
    machine: machineTime(when),
    label: formatWhen(when, language),
  };
}

function timeWords(when: When, language: Language): string {
  if (when.kind === 'all-day') return translator(language)('common.time.all-day');
  const { first, last } = daysOf(when);
  if (first.equals(last)) return formatTimeRange(when.starts, when.ends, when.zone, language);
  return formatTime(when.starts, when.zone, language);
}

function untilWords(when: When, language: Language): string {
  const lastDay = formatDayWithoutYear(daysOf(when).last, language);
  const end = when.kind === 'all-day' ? lastDay : `${lastDay}, ${endTime(when, language)}`;
  return translator(language)('common.time.until', { end });
}

function endTime(when: When & { kind: 'timed' }, language: Language): string {
  const { starts, ends, zone } = when;
  const sameZone = zoneAbbreviation(starts, zone, language) === zoneAbbreviation(ends, zone, language);
  return sameZone ? clock(hourAndMinute(ends, zone), language) : formatTime(ends, zone, language);
}

function machineTime(when: When): string {
  if (when.kind === 'all-day') return when.first.toString();
  return when.starts
    .toZonedDateTimeISO(when.zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
