import type { FastifyReply } from 'fastify';
import { renderMeetingFile } from '#calendar';
import type { RegistrationState } from '#contracts';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import { calendarMeetingOf } from '#meetings';
import type { Meeting } from '#meetings';
import { calendarEntryOf, whereReaderOf } from '#participation';
import type { Invitation, InvitationPageFacts } from '#participation';
import { sendCalendarFile } from './send-page.js';

/** Sends the calendar file of a meeting as whoever is invited gets it; `url` is the page it leads back to. */
export function sendInviteesCalendar(
  reply: FastifyReply,
  { bundle, invitation, registration }: InvitationPageFacts,
  { language, url }: { readonly language: Language; readonly url: string },
): void {
  const { meeting } = bundle;
  const entry = calendarMeetingOf(bundle, {
    language,
    sequence: invitation.sequence,
    status: meeting.state === 'cancelled' ? 'cancelled' : entryStatusOf(registration?.state ?? null),
    changedAt: lastChangeOf(meeting, invitation),
    url,
    reader: whereReaderOf(meeting, registration),
  });
  sendCalendarFile(reply, renderMeetingFile(entry), meeting.slug);
}

/** As our mails say it; what somebody fetches who is not expected is no firm entry. */
function entryStatusOf(state: RegistrationState | null): 'confirmed' | 'tentative' {
  return calendarEntryOf(state) === 'confirmed' ? 'confirmed' : 'tentative';
}

/** An answer changes the entry as well: whoever takes part online goes somewhere else. */
function lastChangeOf({ changedAt }: Meeting, { answeredAt }: Invitation): Temporal.Instant {
  return answeredAt !== null && Temporal.Instant.compare(answeredAt, changedAt) > 0 ? answeredAt : changedAt;
}
