import type { Language, Temporal } from '#kernel';
import { formatDay, formatDayRange, formatDayWithoutYear, NBSP } from './format-day.js';
import { localeOf } from './language.js';
import { translator } from './translator.js';
import { daysOf, type TimedWhen, type When } from './when.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The zone's abbreviation at that moment: "MEZ", "CEST", "GMT-5". Throws RangeError for an unknown zone. */
export function zoneAbbreviation(moment: Temporal.Instant, zone: string, language: Language): string {
  const key = `${language} ${zone}`;
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, timeZoneName: 'short', year: 'numeric' });
  formatters.set(key, formatter);
  const part = formatter.formatToParts(moment.epochMilliseconds).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}

/** "10:00 Uhr MEZ", "10:00 CET". */
export function formatTime(moment: Temporal.Instant, zone: string, language: Language): string {
  return `${clock(hourAndMinute(moment, zone), language)}${NBSP}${zoneAbbreviation(moment, zone, language)}`;
}

/**
 * "10:00–13:00 Uhr MEZ", "10:00–13:00 CET". Over several days "Do., 4. März, 10:00 Uhr – Fr., 5. März, 13:00 Uhr
 * MEZ"; where summer time begins or ends in between, each time carries its own abbreviation.
 */
export function formatTimeRange(
  starts: Temporal.Instant,
  ends: Temporal.Instant,
  zone: string,
  language: Language,
): string {
  const { first, last } = daysOf({ kind: 'timed', starts, ends, zone });
  const sameZone = zoneAbbreviation(starts, zone, language) === zoneAbbreviation(ends, zone, language);
  const end = formatTime(ends, zone, language);
  if (first.equals(last)) {
    return sameZone
      ? `${hourAndMinute(starts, zone)}–${end}`
      : `${formatTime(starts, zone, language)} – ${end}`;
  }
  const start = sameZone ? clock(hourAndMinute(starts, zone), language) : formatTime(starts, zone, language);
  return `${formatDayWithoutYear(first, language)}, ${start} – ${formatDayWithoutYear(last, language)}, ${end}`;
}

/** A moment with its day: "Donnerstag, 4. März 2027, 10:00 Uhr MEZ". */
export function formatMoment(moment: Temporal.Instant, zone: string, language: Language): string {
  const day = moment.toZonedDateTimeISO(zone).toPlainDate();
  return `${formatDay(day, language)}, ${formatTime(moment, zone, language)}`;
}

/** Day and time in one line: "Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ", "4.–5. März 2027, ganztägig". */
export function formatWhen(when: When, language: Language): string {
  const { first, last } = daysOf(when);
  const days = formatDayRange(first, last, language);
  if (when.kind === 'all-day') return `${days}, ${translator(language)('common.time.all-day')}`;
  if (first.equals(last)) return `${days}, ${formatTimeRange(when.starts, when.ends, when.zone, language)}`;
  return `${formatMoment(when.starts, when.zone, language)} – ${formatMoment(when.ends, when.zone, language)}`;
}

/** The same span on the reader's own clock, "16:00–19:00 Uhr GMT+9 bei Ihnen"; null where both clocks agree. */
export function formatOwnTime(when: When, ownZone: string | undefined, language: Language): string | null {
  if (when.kind === 'all-day' || ownZone === undefined || clocksAgree(when, ownZone)) return null;
  const range = formatTimeRange(when.starts, when.ends, ownZone, language);
  const own = daysOf({ ...when, zone: ownZone });
  const dayIsClear = !own.first.equals(own.last) || own.first.equals(daysOf(when).first);
  const time = dayIsClear ? range : `${formatDayWithoutYear(own.first, language)}, ${range}`;
  return translator(language)('common.time.own', { time });
}

/** "10:00" → "10:00 Uhr" in German. */
export function clock(time: string, language: Language): string {
  return translator(language)('common.time.clock', { time }).replace(' ', NBSP);
}

/** "10:00" on the clock of the zone. */
export function hourAndMinute(moment: Temporal.Instant, zone: string): string {
  return moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function clocksAgree(when: TimedWhen, zone: string): boolean {
  return [when.starts, when.ends].every(
    (moment) => moment.toZonedDateTimeISO(zone).offset === moment.toZonedDateTimeISO(when.zone).offset,
  );
}
