import type ICAL from 'ical.js';
import { Temporal } from '#kernel';
import { expandRule } from '../recurrence/expand-rule.js';
import type { RuleSpan } from '../recurrence/expand-rule.js';
import type { ZoneClock } from './file-zones.js';

const MINUTE = 16;

/** An event of a file in terms of clocks: when it starts, how long it is, and in which zone. */
export interface EventTimes {
  readonly isDays: boolean;
  readonly startsLocal: Temporal.PlainDateTime;
  readonly length: Temporal.Duration;
  readonly toInstant: ZoneClock;
}

/** Reads start, end and zone; null for an event without a start that makes sense. */
export function timesOf(
  event: ICAL.Component,
  zoneOf: (tzid: string | null) => ZoneClock,
): EventTimes | null {
  const starts = timeOf(event, 'dtstart');
  if (starts === null) return null;
  const ends = timeOf(event, 'dtend');
  const duration = event.getFirstPropertyValue('duration');
  const isDays = starts.isDate;
  const length =
    ends !== null
      ? starts.local.until(ends.local)
      : duration !== null
        ? Temporal.Duration.from(String(duration))
        : Temporal.Duration.from(isDays ? { days: 1 } : { seconds: 0 });
  const toInstant: ZoneClock = starts.isUtc
    ? (wallClock) => wallClock.toZonedDateTime('UTC').toInstant()
    : zoneOf(starts.tzid);
  return {
    isDays,
    startsLocal: starts.local,
    length: length.sign < 0 ? new Temporal.Duration() : length,
    toInstant,
  };
}

/** The wall clocks at which an event starts in the span: once, or as its rule and its further dates say. */
export function startsIn(
  event: ICAL.Component,
  times: EventTimes,
  span: RuleSpan,
): readonly Temporal.PlainDateTime[] {
  const rule = event.getFirstPropertyValue('rrule');
  const further = datesOf(event, 'rdate');
  if (rule === null && further.length === 0) return [times.startsLocal];
  const except = new Set(datesOf(event, 'exdate').map((date) => date.toString()));
  const startsLocal = times.startsLocal.toString({ smallestUnit: 'minute' });
  const ruled =
    rule === null
      ? [times.startsLocal]
      : expandRule(
          { kind: 'rrule', startsLocal, rrule: untilOnTheWall(String(rule), times), except: [] },
          span,
        );
  const all = new Map([...ruled, ...further].map((date) => [date.toString(), date]));
  return [...all].flatMap(([text, date]) => (except.has(text) ? [] : [date]));
}

/** The wall clock that a changed date of a series replaces. */
export function replacedBy(event: ICAL.Component): string | null {
  return timeOf(event, 'recurrence-id')?.local.toString({ smallestUnit: 'minute' }).slice(0, MINUTE) ?? null;
}

/** The rule's end is an instant in most files; our engine counts on the wall. */
function untilOnTheWall(rule: string, { toInstant }: EventTimes): string {
  return rule.replace(/UNTIL=(\d{8}T\d{6})Z/, (_, until: string) => {
    const end = Temporal.PlainDateTime.from(until);
    const offset = end.toZonedDateTime('UTC').toInstant().since(toInstant(end));
    return `UNTIL=${end.add(offset).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`;
  });
}

function datesOf(event: ICAL.Component, name: 'rdate' | 'exdate'): readonly Temporal.PlainDateTime[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => property.getValues() as unknown[])
    .flatMap((value) => localOf(value)?.local ?? []);
}

function timeOf(event: ICAL.Component, name: string) {
  const property = event.getFirstProperty(name);
  const read = localOf(property?.getFirstValue());
  if (property === null || read === null) return null;
  const tzid = property.getFirstParameter('tzid');
  return { ...read, tzid: typeof tzid === 'string' ? tzid : null };
}

function localOf(value: unknown): { local: Temporal.PlainDateTime; isDate: boolean; isUtc: boolean } | null {
  const text = String(value);
  const [, local, utc] = /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?)(Z?)$/.exec(text) ?? [];
  if (local === undefined) return null;
  return { local: Temporal.PlainDateTime.from(local), isDate: !local.includes('T'), isUtc: utc === 'Z' };
}
