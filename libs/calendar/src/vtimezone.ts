import { Temporal } from '#kernel';
import { libraryBlock } from './zones.js';

interface Observance {
  readonly offsetFrom: string;
  readonly offsetTo: string;
  /** Undefined in a zone without summer time, whose only observance has always been in force. */
  readonly yearly: YearlyOnset | undefined;
}

/** FREQ=YEARLY;BYMONTH=…;BYDAY=…, at a time of day on the clock before the change. */
interface YearlyOnset {
  readonly month: number;
  /** The nth of that weekday in the month, counted from the end if negative. */
  readonly nth: number;
  /** 1 is Monday, as in Temporal. */
  readonly weekday: number;
  readonly time: Temporal.PlainTime;
}

/** From when an observance is in force. */
interface Onset {
  readonly at: Temporal.Instant;
  readonly offsetTo: string;
}

interface ZoneBlock {
  readonly text: string;
  readonly observances: readonly Observance[];
  /** What the observances come to in a year, kept because feeds ask it of every date. */
  readonly onsetsByYear: Map<number, readonly Onset[]>;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const blocks = new Map<string, ZoneBlock | undefined>();

/** The VTIMEZONE of a zone (RFC 5545, section 3.6.5) in its RRULE form, under the zone's own name; none for UTC. */
export function vtimezoneOf(zone: string): string | null {
  return blockOf(zone)?.text ?? null;
}

/**
 * Whether every reader that follows our VTIMEZONE arrives at this instant. A yearly rule cannot say what a zone did
 * before its law changed, nor everything the law says ("the Friday before the last Sunday"), and of the hour that comes
 * twice in autumn some readers take the second (RFC 5545, section 3.3.5, says the first): such times belong in UTC.
 */
export function isToldByVtimezone(instant: Temporal.Instant, zone: string): boolean {
  const block = blockOf(zone);
  if (block === undefined) return false;
  const real = instant.toZonedDateTimeISO(zone);
  return offsetTold(block, instant) === real.offset && !comesTwice(real);
}

function comesTwice(time: Temporal.ZonedDateTime): boolean {
  const clock = time.toPlainDateTime();
  const first = clock.toZonedDateTime(time.timeZoneId, { disambiguation: 'earlier' });
  return first.offset !== clock.toZonedDateTime(time.timeZoneId, { disambiguation: 'later' }).offset;
}

function offsetTold(block: ZoneBlock, instant: Temporal.Instant): string | undefined {
  const year = instant.toZonedDateTimeISO('UTC').year;
  // An onset at a local New Year may lie in the next year's UTC.
  return [year - 1, year, year + 1]
    .flatMap((near) => onsetsIn(block, near))
    .findLast((onset) => Temporal.Instant.compare(onset.at, instant) <= 0)?.offsetTo;
}

function onsetsIn(block: ZoneBlock, year: number): readonly Onset[] {
  const known = block.onsetsByYear.get(year);
  if (known !== undefined) return known;
  const onsets = block.observances
    .map((observance) => onsetIn(observance, year))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  block.onsetsByYear.set(year, onsets);
  return onsets;
}

function onsetIn({ yearly, offsetFrom, offsetTo }: Observance, year: number): Onset {
  const day =
    yearly === undefined ? Temporal.PlainDate.from({ year, month: 1, day: 1 }) : dayOf(yearly, year);
  const at = day.toPlainDateTime(yearly?.time).toZonedDateTime(offsetFrom).toInstant();
  return { at, offsetTo };
}

function dayOf({ month, nth, weekday }: YearlyOnset, year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + (-nth - 1) * 7 });
}

function blockOf(zone: string): ZoneBlock | undefined {
  if (!blocks.has(zone)) blocks.set(zone, zone === 'UTC' ? undefined : readBlock(zone));
  return blocks.get(zone);
}

function readBlock(zone: string): ZoneBlock | undefined {
  const found = libraryBlock(zone);
  if (found === undefined) return undefined;
  // The library names an alias by its main zone; TZID has to be the name that DTSTART uses.
  const text = found.block.replaceAll(`:${found.name}\r\n`, `:${zone}\r\n`);
  const observances = text.match(/BEGIN:(STANDARD|DAYLIGHT)[^]*?END:\1/g) ?? [];
  return { text, observances: observances.map(readObservance), onsetsByYear: new Map() };
}

function readObservance(text: string): Observance {
  const rule = /BYMONTH=(\d+);BYDAY=(-?\d)([A-Z]{2})/.exec(text);
  return {
    offsetFrom: readOffset(text, 'TZOFFSETFROM'),
    offsetTo: readOffset(text, 'TZOFFSETTO'),
    yearly: rule === null ? undefined : readOnset(rule, text),
  };
}

function readOnset([, month, nth, weekday]: RegExpExecArray, text: string): YearlyOnset {
  const time = /DTSTART:\d{8}T(\d{6})/.exec(text)?.[1] ?? '000000';
  return {
    month: Number(month),
    nth: Number(nth),
    weekday: WEEKDAYS.indexOf(weekday ?? '') + 1,
    time: Temporal.PlainTime.from(time),
  };
}

function readOffset(text: string, property: string): string {
  const digits = new RegExp(`${property}:([+-]\\d{4})`).exec(text)?.[1] ?? '+0000';
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}
