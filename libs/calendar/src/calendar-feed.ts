import { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { type Language, Temporal } from '#kernel';
import type { CalendarMeeting } from './calendar-meeting.js';
import { escapedLine, webAddressOf } from './calendar-text.js';
import { vevent, writeCalendar } from './icalendar.js';

export interface CalendarFeed {
  readonly name: string;
  readonly language: Language;
  /** In any order; the feed's own is by day, then by UID. */
  readonly meetings: readonly CalendarMeeting[];
  /** How often readers are asked to come back; Outlook follows it, Google does not. */
  readonly refreshHours: number;
  /** Stands before the title of a cancelled meeting, for readers that show it like any other: `Abgesagt:`. */
  readonly cancelledPrefix: string;
  /** The page that shows the same meetings (RFC 7986, section 5.5). */
  readonly url?: string | undefined;
}

/**
 * The bytes of a subscribable calendar: no METHOD, no people, nothing that depends on when it is rendered. Equal
 * meetings give equal bytes in any process, so the bytes can be hashed for an ETag.
 */
export function renderFeed(feed: CalendarFeed): Buffer {
  const name = escapedLine(feed.name);
  const url = feed.url === undefined ? null : (webAddressOf(feed.url) ?? null);
  const prodId = { company: 'Jourfixe', product: 'Jourfixe', language: feed.language };
  const events = feed.meetings
    .toSorted(byDayThenUid)
    .map((meeting) => feedEvent(meeting, feed.cancelledPrefix));
  return Buffer.from(writeCalendar({ prodId, name, url, ttl: feed.refreshHours * 3600 }, events));
}

/** The "add to calendar" file. A snapshot without METHOD: PUBLISH would need an ORGANIZER (RFC 5546, section 3.2.1). */
export function renderMeetingFile(meeting: CalendarMeeting): Buffer {
  return Buffer.from(writeCalendar({}, [vevent(meeting)]));
}

function feedEvent(meeting: CalendarMeeting, cancelledPrefix: string): ICalEventData {
  if (meeting.status !== 'cancelled') return vevent(meeting);
  const title = `${cancelledPrefix} ${meeting.title}`;
  return { ...vevent({ ...meeting, title }), transparency: ICalEventTransparency.TRANSPARENT };
}

function byDayThenUid(a: CalendarMeeting, b: CalendarMeeting): number {
  return Temporal.PlainDateTime.compare(a.startsLocal, b.startsLocal) || (a.uid < b.uid ? -1 : 1);
}
