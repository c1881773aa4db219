import {
  ICalCalendar,
  type ICalCalendarData,
  type ICalEventData,
  ICalEventStatus,
  type ICalLocation,
} from 'ical-generator';
import type { Temporal } from '#kernel';
import type { CalendarMeeting } from './calendar-meeting.js';
import { lineOf, paragraphsOf, webAddressOf } from './calendar-text.js';
import { isToldByVtimezone, vtimezoneOf } from './vtimezone.js';
import { instantOf } from './zones.js';

const OWN_ID = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/;
const STATUS = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** The iCalendar object of the events: CRLF everywhere, also at the end, one VTIMEZONE for every TZID used. */
export function writeCalendar(calendar: ICalCalendarData, events: readonly ICalEventData[]): string {
  const written = new ICalCalendar({ prodId: '//Jourfixe//Jourfixe//EN', ...calendar });
  // A zone of the calendar itself would make every time floating and DTSTAMP local, hence only the generator.
  written.timezone({ name: null, generator: vtimezoneOf });
  for (const event of events) written.createEvent(event);
  return `${written.toString()}\r\n`;
}

/** The VEVENT of a meeting (RFC 5545, section 3.6.1) with its status and without people. */
export function vevent(meeting: CalendarMeeting): ICalEventData {
  return {
    id: ownId(meeting.uid),
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    lastModified: meeting.changedAt,
    created: meeting.createdAt,
    summary: lineOf(meeting.title),
    description: meeting.description === undefined ? null : paragraphsOf(meeting.description),
    location: placeOf(meeting),
    url: meeting.url === undefined ? null : (webAddressOf(meeting.url) ?? null),
    categories: (meeting.categories ?? []).map((name) => ({ name: lineOf(name) })),
    status: STATUS[meeting.status],
    ...timesOf(meeting),
  };
}

/** The instants of a meeting; of an all-day one those at which its days begin and end in its zone. */
export function instantsOf(meeting: CalendarMeeting): {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
} {
  return {
    startsAt: instantOf(meeting.startsLocal, meeting.zone),
    endsAt: instantOf(meeting.endsLocal, meeting.zone),
  };
}

function timesOf(meeting: CalendarMeeting): Pick<ICalEventData, 'allDay' | 'start' | 'end' | 'timezone'> {
  if (meeting.allDay) {
    return { allDay: true, start: meeting.startsLocal.toPlainDate(), end: meeting.endsLocal.toPlainDate() };
  }
  const { startsAt, endsAt } = instantsOf(meeting);
  const told = [startsAt, endsAt].every((instant) => isToldByVtimezone(instant, meeting.zone));
  return { start: startsAt, end: endsAt, timezone: told ? meeting.zone : null };
}

function placeOf({ location, geo }: CalendarMeeting): ICalLocation | null {
  const title = location === undefined ? '' : lineOf(location);
  // GEO takes no exponents; six digits are a hand's breadth (RFC 5545, section 3.8.1.6).
  const point = geo && { lat: Number(geo.latitude.toFixed(6)), lon: Number(geo.longitude.toFixed(6)) };
  if (title !== '') return point === undefined ? { title } : { title, geo: point };
  return point === undefined ? null : { geo: point };
}

// ical-generator writes UID raw: whatever stood in it would become a property.
function ownId(uid: string): string {
  if (!OWN_ID.test(uid))
    throw new Error('a UID is made by us: letters, digits, dot, hyphen, underscore and @ only');
  return uid;
}
