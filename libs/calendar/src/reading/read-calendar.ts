import ICAL from 'ical.js';
import { Temporal } from '#kernel';
import type { RuleSpan } from '../recurrence/expand-rule.js';
import { instantOf } from '../zones.js';
import type { CalendarEntry, ReadCalendar } from './calendar-entry.js';
import { replacedBy, startsIn, timesOf } from './event-times.js';
import type { EventTimes } from './event-times.js';
import { zonesOf } from './file-zones.js';
import type { ZoneClock } from './file-zones.js';

const MOST_ENTRIES = 20_000;
/** Working rules out may take so much of the processor in all; what needs more is made to need it. */
const MOST_CPU_MS = 5000;
const SUMMARY_CHARACTERS = 300;

export interface ReadingWindow {
  /** Inclusive. */
  readonly from: Temporal.PlainDate;
  /** Exclusive. */
  readonly until: Temporal.PlainDate;
  /** For wall clocks without a zone, and zones that nobody knows. */
  readonly zone: string;
}

type Reading = ReadingWindow & {
  readonly span: RuleSpan;
  readonly zoneOf: (tzid: string | null) => ZoneClock;
};

/**
 * What an iCalendar file says is going on in the window, with its recurring entries worked out. Cancelled entries and
 * those whose start or rule cannot be read are left out; a file that is none, or has nothing in the window, is refused.
 * Rules are worked out by our own engine: ical.js never comes back from one without dates.
 */
export function readCalendar(bytes: Uint8Array, window: ReadingWindow): ReadCalendar {
  const calendar = parse(new TextDecoder().decode(bytes));
  if (calendar === null) return refused('calendar.not-a-calendar');
  const span = {
    from: window.from.subtract({ days: 31 }).toPlainDateTime(),
    until: window.until.toPlainDateTime(),
  };
  const reading = { ...window, span, zoneOf: zonesOf(calendar, window.zone) };
  const events = calendar.getAllSubcomponents('vevent');
  const replaced = replacedIn(events);
  const entries: CalendarEntry[] = [];
  const cpuBefore = process.threadCpuUsage();
  for (const event of events) {
    if (cpuMsSince(cpuBefore) > MOST_CPU_MS) return refused('calendar.too-complex');
    entries.push(...entriesOf(event, reading, replaced));
    if (entries.length > MOST_ENTRIES) return refused('calendar.too-many-entries', { most: MOST_ENTRIES });
  }
  return entries.length === 0 ? refused('calendar.empty') : { kind: 'read', entries };
}

/** Not by the clock on the wall: a busy machine would refuse what a quiet one takes. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function refused(
  code: Extract<ReadCalendar, { kind: 'refused' }>['code'],
  params: Readonly<Record<string, number>> = {},
): ReadCalendar {
  return { kind: 'refused', code, params };
}

function parse(text: string): ICAL.Component | null {
  const start = text.search(/\S/);
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(text.slice(start, start + 40))) return null;
  try {
    return new ICAL.Component(ICAL.parse(text.slice(start)) as unknown[]);
  } catch {
    return null;
  }
}

/** The dates of series that the file changes one by one, as `uid start`. */
function replacedIn(events: readonly ICAL.Component[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      const replaces = readable(() => replacedBy(event));
      return replaces === null ? [] : [`${uidOf(event)} ${replaces}`];
    }),
  );
}

function entriesOf(
  event: ICAL.Component,
  reading: Reading,
  replaced: ReadonlySet<string>,
): readonly CalendarEntry[] {
  if (String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') return [];
  const summary = summaryOf(event);
  const isReplacement = event.getFirstProperty('recurrence-id') !== null;
  const found = readable(() => {
    const times = timesOf(event, reading.zoneOf);
    if (times === null) return null;
    const starts = startsIn(event, times, reading.span).filter(
      (start) =>
        isReplacement || !replaced.has(`${uidOf(event)} ${start.toString({ smallestUnit: 'minute' })}`),
    );
    return starts.map((start) => entryAt(start, times, summary));
  });
  return (found ?? []).filter((entry) => isIn(entry, reading));
}

/** What others write is often wrong somewhere: that entry is left out, not the calendar. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    // ical.js, Temporal and our rules each refuse in a way of their own.
    return null;
  }
}

function entryAt(start: Temporal.PlainDateTime, times: EventTimes, summary: string): CalendarEntry {
  const end = start.add(times.length);
  if (!times.isDays)
    return { kind: 'times', summary, startsAt: times.toInstant(start), endsAt: times.toInstant(end) };
  const firstOn = start.toPlainDate();
  const lastOn = end.toPlainDate().subtract({ days: 1 });
  return {
    kind: 'days',
    summary,
    firstOn,
    lastOn: Temporal.PlainDate.compare(lastOn, firstOn) < 0 ? firstOn : lastOn,
  };
}

function isIn(entry: CalendarEntry, { from, until, zone }: Reading): boolean {
  if (entry.kind === 'days')
    return (
      Temporal.PlainDate.compare(entry.lastOn, from) >= 0 &&
      Temporal.PlainDate.compare(entry.firstOn, until) < 0
    );
  const at = (day: Temporal.PlainDate) => instantOf(day.toPlainDateTime(), zone);
  return (
    Temporal.Instant.compare(entry.endsAt, at(from)) >= 0 &&
    Temporal.Instant.compare(entry.startsAt, at(until)) < 0
  );
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid'));
}

function summaryOf(event: ICAL.Component): string {
  const summary = event.getFirstPropertyValue('summary');
  // Half a surrogate pair and NUL are no text for PostgreSQL.
  const text = typeof summary === 'string' ? summary.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim() : '';
  return [...text].slice(0, SUMMARY_CHARACTERS).join('');
}
