import ICAL from 'ical.js';
import { Temporal } from '#kernel';

/**
 * An independent reader of what we write, on ical.js: nothing of our own calendar lib, so that the two can only agree
 * by both following RFC 5545.
 */
export interface ReadCalendar {
  readonly method: string | null;
  readonly name: string | null;
  readonly refreshInterval: string | null;
  /** TZIDs of the VTIMEZONEs. */
  readonly zones: readonly string[];
  readonly events: readonly ReadEvent[];
  /** Names of the calendar's own properties, as they come. */
  readonly propertyNames: readonly string[];
}

interface ReadPerson {
  readonly name: string;
  readonly address: string;
}

interface ReadAttendee extends ReadPerson {
  readonly partstat: string | null;
  readonly rsvp: string | null;
}

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string | null;
  readonly geo: readonly number[] | null;
  readonly categories: readonly string[];
  readonly status: string | null;
  readonly transparency: string | null;
  readonly allDay: boolean;
  /** As written: `2027-03-28T09:00:00`, or `2027-03-28` for an all-day event. */
  readonly startsLocal: string;
  readonly endsLocal: string;
  /** TZID, `UTC`, or null for a floating time and for a day. */
  readonly zone: string | null;
  /** By the file's own VTIMEZONE. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly stampedAt: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly organiser: ReadPerson | null;
  readonly attendees: readonly ReadAttendee[];
  readonly propertyNames: readonly string[];
}

/** Reads an iCalendar object; throws when it cannot be parsed. */
export function readCalendar(file: Buffer | string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(unfolded(file)));
  if (root.name !== 'vcalendar') throw new Error(`not a calendar: ${root.name}`);
  const zones = new Map(
    root.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone({ component, tzid: textOf(component, 'tzid') ?? '' });
      return [zone.tzid, zone] as const;
    }),
  );
  return {
    method: textOf(root, 'method'),
    // ical.js does not know NAME (RFC 7986) for a TEXT and leaves the escaping in.
    name: textOf(root, 'name')?.replace(/\\([;,\\])/g, '$1') ?? null,
    refreshInterval: textOf(root, 'refresh-interval'),
    zones: [...zones.keys()],
    events: root.getAllSubcomponents('vevent').map((event) => readEvent(event, zones)),
    propertyNames: namesOf(root),
  };
}

/** The only event of a file; throws when there is none or more than one. */
export function readOnlyEvent(file: Buffer | string): ReadEvent {
  const [event, ...others] = readCalendar(file).events;
  if (event === undefined || others.length > 0) throw new Error('expected exactly one VEVENT');
  return event;
}

// RFC 5545, section 3.1: folding may cut a character in two, so bytes are joined before they are decoded.
function unfolded(file: Buffer | string): string {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const joined = bytes.toString('latin1').replace(/\r?\n[ \t]/g, '');
  return Buffer.from(joined, 'latin1')
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

type Zones = ReadonlyMap<string, ICAL.Timezone>;

function readEvent(event: ICAL.Component, zones: Zones): ReadEvent {
  const start = timeOf(event, 'dtstart', zones);
  const end = timeOf(event, 'dtend', zones);
  return {
    ...readTexts(event),
    allDay: start.isDate,
    startsLocal: start.toString().replace('Z', ''),
    endsLocal: end.toString().replace('Z', ''),
    zone: start.isDate || start.zone.tzid === 'floating' ? null : start.zone.tzid,
    startsAt: instantOf(start),
    endsAt: instantOf(end),
    stampedAt: instantOf(timeOf(event, 'dtstamp', zones)),
    createdAt: instantOf(timeOf(event, 'created', zones)),
    changedAt: instantOf(timeOf(event, 'last-modified', zones)),
    organiser: event.getAllProperties('organizer').map(readAttendee)[0] ?? null,
    attendees: event.getAllProperties('attendee').map(readAttendee),
    propertyNames: namesOf(event),
  };
}

function readTexts(event: ICAL.Component) {
  const geo: unknown = event.getFirstPropertyValue('geo');
  return {
    uid: textOf(event, 'uid') ?? '',
    sequence: Number(textOf(event, 'sequence')),
    title: textOf(event, 'summary') ?? '',
    description: textOf(event, 'description'),
    location: textOf(event, 'location'),
    url: textOf(event, 'url'),
    geo: Array.isArray(geo) ? geo.map(Number) : null,
    categories: event.getAllProperties('categories').flatMap((property) => property.getValues().map(String)),
    status: textOf(event, 'status'),
    transparency: textOf(event, 'transp'),
  };
}

function readAttendee(property: ICAL.Property): ReadAttendee {
  return {
    name: parameterOf(property, 'cn') ?? '',
    address: decodeURIComponent(String(property.getFirstValue()).replace(/^mailto:/i, '')),
    partstat: parameterOf(property, 'partstat'),
    rsvp: parameterOf(property, 'rsvp'),
  };
}

function timeOf(event: ICAL.Component, name: string, zones: Zones): ICAL.Time {
  const property = event.getFirstProperty(name);
  const time: unknown = property?.getFirstValue();
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is missing`);
  const tzid = property === null ? null : parameterOf(property, 'tzid');
  if (tzid === null) return time;
  const zone = zones.get(tzid);
  if (zone === undefined) throw new Error(`no VTIMEZONE for ${tzid}`);
  time.zone = zone;
  return time;
}

function instantOf(time: ICAL.Time): string {
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value: unknown = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
}

function parameterOf(property: ICAL.Property, name: string): string | null {
  const value: unknown = property.getParameter(name);
  return value === undefined ? null : String(value);
}

function namesOf(component: ICAL.Component): string[] {
  return component.getAllProperties().map((property) => property.name.toUpperCase());
}
