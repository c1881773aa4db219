import type { Temporal } from '#kernel';
import type { CalendarMeeting } from './calendar-meeting.js';
import { lineOf, paragraphsOf } from './calendar-text.js';
import { instantsOf } from './icalendar.js';

// Encoded characters: both services refuse addresses of some thousand.
const LONGEST_DETAILS = 1500;

/** Opens Google Calendar with the meeting filled in; the person saves it there. */
export function googleCalendarUrl(meeting: CalendarMeeting): string {
  const times = meeting.allDay
    ? [meeting.startsLocal, meeting.endsLocal].map((clock) => basic(clock.toPlainDate()))
    : Object.values(instantsOf(meeting)).map(basic);
  return addressOf('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: lineOf(meeting.title),
    dates: times.join('/'),
    ctz: meeting.zone,
    ...detailsOf(meeting, 'details'),
  });
}

/** Where the person's mailbox is: Microsoft 365 of a company, or the private Outlook.com. */
type OutlookService = 'office' | 'live';

/** Opens Outlook on the web with the meeting filled in; the person saves it there. */
export function outlookCalendarUrl(meeting: CalendarMeeting, service: OutlookService = 'office'): string {
  const times = meeting.allDay
    ? [meeting.startsLocal, meeting.endsLocal].map((clock) => clock.toPlainDate())
    : Object.values(instantsOf(meeting));
  return addressOf(`https://outlook.${service}.com/calendar/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: lineOf(meeting.title),
    startdt: String(times[0]),
    enddt: String(times[1]),
    allday: meeting.allDay ? 'true' : '',
    ...detailsOf(meeting, 'body'),
  });
}

function detailsOf(meeting: CalendarMeeting, parameter: 'details' | 'body'): Record<string, string> {
  return {
    [parameter]: shortened(paragraphsOf(meeting.description ?? '')),
    location: lineOf(meeting.location ?? ''),
  };
}

function shortened(text: string): string {
  let rest = LONGEST_DETAILS;
  const characters = [...text];
  const end = characters.findIndex((character) => (rest -= encodeURIComponent(character).length) < 0);
  return end === -1 ? text : `${characters.slice(0, end).join('').trimEnd()} …`;
}

function basic(moment: Temporal.Instant | Temporal.PlainDate): string {
  return moment.toString().replace(/[-:]/g, '');
}

// URLSearchParams writes a space as `+`, which Outlook shows as it is.
function addressOf(base: string, parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return `${base}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
