import type { RegistrationState } from '#contracts';

/** How a meeting stands in the invitee's calendar, as our mails say it. */
export type CalendarEntry = 'confirmed' | 'tentative' | 'removed';

/** Before an answer the entry stands as confirmed meeting; a place on the waiting list makes it tentative. */
export function calendarEntryOf(state: RegistrationState | null): CalendarEntry {
  if (state === 'declined' || state === 'cancelled') return 'removed';
  return state === 'waitlisted' || state === 'offered' || state === 'awaiting_approval'
    ? 'tentative'
    : 'confirmed';
}

/** Whether the mail about this step needs a higher SEQUENCE: STATUS changes or the entry goes (RFC 5546, 2.1.4). */
export function raisesSequence(before: RegistrationState | null, after: RegistrationState | null): boolean {
  return calendarEntryOf(before) !== calendarEntryOf(after);
}
