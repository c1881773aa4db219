import { Temporal } from 'temporal-polyfill';
import { formatDay, formatMoment, translator, type When } from '#i18n';
import type { Language } from './use-text.js';

/** The clock times of a meeting as the api gives them. */
export interface Span {
  readonly allDay: boolean;
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly zone: string;
}

/** The span of a meeting in the form that the date block takes. */
export function whenOf({ allDay, startsLocal, endsLocal, zone }: Span): When {
  const starts = Temporal.PlainDateTime.from(startsLocal);
  const ends = Temporal.PlainDateTime.from(endsLocal);
  if (allDay) {
    return { kind: 'all-day', first: starts.toPlainDate(), last: ends.toPlainDate().subtract({ days: 1 }) };
  }
  const instant = (local: Temporal.PlainDateTime) => local.toZonedDateTime(zone).toInstant();
  return { kind: 'timed', starts: instant(starts), ends: instant(ends), zone };
}

/** The zone of the reader's device. */
export function readersZone(): string {
  return Temporal.Now.timeZoneId();
}

/** Today on the reader's clock, `2027-03-04`. */
export function today(): string {
  return Temporal.Now.plainDateISO().toString();
}

/** The day so many days later, `2027-03-05`; an empty text stays empty. */
export function addDays(day: string, days: number): string {
  return day === '' ? '' : Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days lie between two days. */
export function daysBetween(first: string, last: string): number {
  return Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days;
}

/** "Do., 4. März 2027" for lists, on one line whatever long names stand beside it. */
export function dayWords(day: string, language: Language): string {
  return formatDay(Temporal.PlainDate.from(day), language, 'short').replaceAll(' ', '\u00a0');
}

/** A moment on the reader's clock: "Do., 4. März 2027, 10:00 Uhr". */
export function momentWords(instant: string, language: Language): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(readersZone());
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const clock = translator(language)('common.time.clock', { time }).replace(' ', '\u00a0');
  return `${formatDay(moment.toPlainDate(), language, 'short')}, ${clock}`;
}

/** A wall clock in a zone with its day, in full words. */
export function localWords(local: string, zone: string, language: Language): string {
  const moment = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return formatMoment(moment, zone, language);
}
