import type { FastifyReply } from 'fastify';
import { renderMeetingFile } from '#calendar';
import type { Language } from '#kernel';
import { calendarMeetingOf } from '#meetings';
import type { InvitationPageFacts } from '#participation';
import { sendCalendarFile } from './send-page.js';

/** Sends the calendar file of a meeting as whoever is invited gets it; `url` is the page it leads back to. */
export function sendInviteesCalendar(
  reply: FastifyReply,
  { bundle, invitation }: InvitationPageFacts,
  { language, url }: { readonly language: Language; readonly url: string },
): void {
  const { meeting } = bundle;
  const entry = calendarMeetingOf(bundle, {
    language,
    sequence: invitation.sequence,
    status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
    changedAt: meeting.changedAt,
    url,
    forInvitee: true,
  });
  sendCalendarFile(reply, renderMeetingFile(entry), meeting.slug);
}
