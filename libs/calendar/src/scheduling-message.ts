import {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalOrganizer,
} from 'ical-generator';
import type { CalendarAttendee, CalendarMeeting, CalendarUser, PartStat } from './calendar-meeting.js';
import { lineOf, mailtoAddressOf } from './calendar-text.js';
import { vevent, writeCalendar } from './icalendar.js';

/** What a CANCEL takes back: the meeting itself, or this one person's invitation to it. */
export type Cancelled = 'meeting' | 'attendee';

export type SchedulingMethod = 'REQUEST' | 'CANCEL';

/** A meeting that takes place: a REQUEST says TENTATIVE or CONFIRMED, nothing else (RFC 5546, section 3.2.2). */
export type RequestedMeeting = CalendarMeeting & { readonly status: 'tentative' | 'confirmed' };

/** The shape of nodemailer's `icalEvent`. */
export interface MailCalendarPart {
  readonly method: SchedulingMethod;
  readonly filename: string;
  readonly content: string;
  readonly contentTransferEncoding: 'base64';
}

const STATUS: Record<PartStat, ICalAttendeeStatus> = {
  'needs-action': ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  tentative: ICalAttendeeStatus.TENTATIVE,
};

/**
 * Invites one person, or tells them what has changed or been decided: METHOD:REQUEST (RFC 5546, section 3.2.2).
 * Replies go to the organiser, who must not be the attendee: clients show the organiser no invitation.
 */
export function renderRequest(
  meeting: RequestedMeeting,
  organiser: CalendarUser,
  attendee: CalendarAttendee,
): string {
  const event = {
    ...vevent(meeting),
    organizer: organizer(organiser),
    attendees: [{ ...invitee(attendee), status: STATUS[attendee.partstat], rsvp: attendee.rsvp }],
  };
  return writeCalendar({ method: ICalCalendarMethod.REQUEST }, [event]);
}

/**
 * Takes the entry out of one person's calendar: METHOD:CANCEL (RFC 5546, section 3.2.5). Only a cancelled meeting
 * carries STATUS:CANCELLED, an invitation taken back has no STATUS. `meeting.sequence` must have risen before.
 */
export function renderCancel(
  meeting: CalendarMeeting,
  organiser: CalendarUser,
  attendee: CalendarUser,
  cancelled: Cancelled,
): string {
  const event = vevent({ ...meeting, status: 'cancelled' });
  const people = { organizer: organizer(organiser), attendees: [invitee(attendee)] };
  const status = cancelled === 'meeting' ? event.status : null;
  return writeCalendar({ method: ICalCalendarMethod.CANCEL }, [{ ...event, ...people, status }]);
}

/**
 * A rendered message as the mail's calendar part. nodemailer puts it last into the alternative, with the method in
 * its Content-Type, and adds it once more as an attachment (RFC 6047, section 2.4). In base64, since gateways rewrap text.
 */
export function mailCalendarPart(content: string, method: SchedulingMethod): MailCalendarPart {
  const filename = method === 'CANCEL' ? 'cancel.ics' : 'invite.ics';
  return { method, filename, content, contentTransferEncoding: 'base64' };
}

function organizer(user: CalendarUser): ICalOrganizer {
  return { name: nameOf(user), email: mailtoAddressOf(user.address) };
}

function invitee(user: CalendarUser): ICalAttendeeData {
  return {
    name: nameOf(user),
    email: mailtoAddressOf(user.address),
    role: ICalAttendeeRole.REQ,
    type: ICalAttendeeType.INDIVIDUAL,
  };
}

function nameOf(user: CalendarUser): string {
  const name = lineOf(user.name);
  return name === '' ? lineOf(user.address) : name;
}
