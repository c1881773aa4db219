import type { PickedText, Temporal } from '#kernel';
import type { AgendaTime, PlaceWords, When } from '#i18n';
import type { AgendaKind } from '#contracts';
import type { Where } from '#meetings';

/** Somebody to ask. */
export interface ContactView {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An item of the agenda. */
export interface AgendaItemView {
  readonly kind: AgendaKind;
  readonly title: PickedText;
  readonly speaker: string | null;
  readonly time: AgendaTime | null;
}

/** A file to save. */
export interface FileLinkView {
  readonly url: string;
  readonly name: string;
  /** As people read it. */
  readonly size: string;
}

/** A meeting as pages show it, its texts picked for the reader. */
export interface MeetingView {
  readonly title: PickedText;
  readonly agenda: readonly AgendaItemView[];
  /** Markdown. */
  readonly description: PickedText | null;
  readonly when: When;
  /** For "in 12 Tagen": today in the meeting's zone. */
  readonly today: Temporal.PlainDate;
  /** The reader's zone where it is known; its time is shown where it differs. */
  readonly ownZone?: string;
  readonly hosts: readonly string[];
  readonly organiser: ContactView | null;
  /** Where the reader goes; this and what follows by `whereFor`. */
  readonly place: PlaceWords | null;
  readonly othersMeetAt: PlaceWords | null;
  readonly directions: PickedText | null;
  readonly online: Where['online'];
  readonly onlineUrl: string | null;
  readonly state: 'draft' | 'published' | 'cancelled';
  /** Names to publish, or null where the host keeps them. */
  readonly attending: readonly string[] | null;
  /** Minutes, slides and the like that the reader may have. */
  readonly files: readonly FileLinkView[];
}

/** A meeting in a list. */
export interface MeetingItemView {
  readonly url: string;
  readonly title: PickedText;
  readonly when: When;
  readonly city: string | null;
  readonly online: boolean;
  readonly hosts: readonly string[];
  readonly cancelled: boolean;
}
