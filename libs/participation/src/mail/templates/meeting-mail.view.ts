import type { Temporal } from '#kernel';
import type { PlaceWords, When } from '#i18n';
import type { Letterhead } from '#mail';
import type { AgendaWords, Where } from '#meetings';

/** A meeting as its mails show it, in the mail's language. */
export interface MeetingMailView {
  readonly title: string;
  readonly when: When;
  /** The zone that answer-by is said in. */
  readonly zone: string;
  readonly hosts: readonly string[];
  /** Where the reader goes; see `whereFor`. */
  readonly place: PlaceWords | null;
  readonly online: Where['online'];
  readonly onlineUrl: string | null;
  readonly agenda: readonly AgendaWords[];
  /** Markdown. */
  readonly description: string | null;
  /** The person to ask. */
  readonly organiser: MeetingMailContact | null;
  readonly answerBy: Temporal.Instant | null;
}

/** Somebody to write to or to ring up. */
export interface MeetingMailContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** As what and with whom the reader comes. */
export interface PartyWords {
  /** The kind of place; null where the meeting has only one. */
  readonly kind: string | null;
  /** They are sent to no place. */
  readonly isOnline: boolean;
  /** The companions by name; empty where only the number is known. */
  readonly companions: readonly string[];
}

/** What every mail about a meeting is made of. */
export interface MeetingMailProps {
  readonly letterhead: Letterhead;
  readonly meeting: MeetingMailView;
  /** Whether an answer sent by the calendar reaches us; if not, people are asked to answer by the link. */
  readonly calendarAnswersReachUs: boolean;
  /** Null for who has no seat and waits for none. */
  readonly party: PartyWords | null;
}

/**
 * What differs from person to person. `greeting`: the first line; `link`: the address of the invitation, without a
 * query; `reason`: a sentence saying why this mail came.
 */
export type MeetingMailSlot = 'greeting' | 'link' | 'reason';

/** The fields a change is told of; a description is said to be revised, not quoted. */
export interface MeetingFieldChange {
  readonly field: 'title' | 'when' | 'place' | 'others-place' | 'online' | 'description' | 'agenda';
  /** As people read it, in one line; null where there was or is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}
