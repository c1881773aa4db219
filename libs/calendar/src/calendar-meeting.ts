import type { Temporal } from '#kernel';

/**
 * What calendars are told about a meeting: plain values, in one language, nothing escaped. Line breaks are kept in
 * `description` only; control characters are removed by the writer wherever they are.
 */
export interface CalendarMeeting {
  /** Made by us and the same for ever: letters, digits, `.`, `-`, `_` and `@`. */
  readonly uid: string;
  /** In feeds and files the meeting's revision, in mails the invitation's own counter; it never falls. */
  readonly sequence: number;
  readonly title: string;
  /** Plain text, not Markdown. */
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  /** http or https; anything else is left out. */
  readonly url?: string | undefined;
  readonly geo?: { readonly latitude: number; readonly longitude: number } | undefined;
  /** All-day meetings have both wall clocks at 00:00, and `endsLocal` on the day after the last. */
  readonly allDay: boolean;
  readonly startsLocal: Temporal.PlainDateTime;
  readonly endsLocal: Temporal.PlainDateTime;
  /** IANA name. */
  readonly zone: string;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  readonly createdAt: Temporal.Instant;
  /** DTSTAMP and LAST-MODIFIED. Moves whenever `sequence` does: clients look at one or the other. */
  readonly changedAt: Temporal.Instant;
  readonly categories?: readonly string[] | undefined;
}

/** RFC 5545, section 3.3.3: somebody with a mailbox. An empty name is replaced by the address. */
export interface CalendarUser {
  readonly name: string;
  readonly address: string;
}

/** RFC 5545, section 3.2.12. */
export type PartStat = 'needs-action' | 'accepted' | 'declined' | 'tentative';

export interface CalendarAttendee extends CalendarUser {
  readonly partstat: PartStat;
  /** Whether the client shall answer by mail; false while nobody reads the organiser's mailbox for replies. */
  readonly rsvp: boolean;
}
