import { renderCancel, renderRequest } from '#calendar';
import type { CalendarUser, PartStat } from '#calendar';
import type { RegistrationState } from '#contracts';
import type { OutgoingMail, RenderedMail } from '#mail';
import { calendarMeetingOf } from '#meetings';
import type { MeetingBundle, WhereReader } from '#meetings';
import { calendarEntryOf } from '../rules/calendar-entry.rules.js';
import type { ParticipantMailKind } from './participant-mails.js';

/** What a mail's calendar part is made from. */
export interface CalendarPartFacts {
  readonly mail: OutgoingMail & { readonly kind: ParticipantMailKind };
  readonly bundle: MeetingBundle;
  readonly organiser: CalendarUser;
  readonly attendee: CalendarUser;
  /** The registration the mail speaks of; null before an answer. */
  readonly registration: RegistrationState | null;
  /** The answer is asked for (again). */
  readonly asks: boolean;
  /** As whom they read where the meeting is. */
  readonly reader: WhereReader;
  /** The invitation's page. */
  readonly link: string;
}

const PARTSTATS: Readonly<Record<RegistrationState, PartStat>> = {
  confirmed: 'accepted',
  waitlisted: 'tentative',
  offered: 'tentative',
  awaiting_approval: 'tentative',
  tentative: 'tentative',
  declined: 'declined',
  cancelled: 'declined',
};

/**
 * The calendar part of a mail (RFC 5546, sections 3.2.2 and 3.2.5). Nobody reads replies by mail yet, so RSVP is
 * FALSE and the organiser's own contact stands as ORGANIZER.
 */
export function calendarPartOf(facts: CalendarPartFacts): NonNullable<RenderedMail['calendar']> {
  const { mail, bundle, organiser, attendee, registration, link } = facts;
  const status = calendarEntryOf(registration) === 'tentative' ? 'tentative' : 'confirmed';
  const meeting = calendarMeetingOf(bundle, {
    language: mail.language,
    sequence: mail.sequence ?? 0,
    status,
    changedAt: mail.createdAt,
    url: link,
    reader: facts.reader,
  });
  if (mail.kind === 'cancellation') {
    return { method: 'CANCEL', content: renderCancel(meeting, organiser, attendee, 'meeting') };
  }
  if (mail.kind === 'withdrawal' || registration === 'declined' || registration === 'cancelled') {
    return { method: 'CANCEL', content: renderCancel(meeting, organiser, attendee, 'attendee') };
  }
  const partstat = facts.asks || registration === null ? 'needs-action' : PARTSTATS[registration];
  const request = renderRequest({ ...meeting, status }, organiser, { ...attendee, partstat, rsvp: false });
  return { method: 'REQUEST', content: request };
}
