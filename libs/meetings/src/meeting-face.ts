import type { PlaceDto } from '#contracts';
import type { LocalizedText } from '#kernel';

/** What people see of a meeting and hear of when it changes; plain values, as kept in `meeting_change`. */
export interface MeetingFace {
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly allDay: boolean;
  /** `2027-03-04T10:00` in `zone`; the end is exclusive. */
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly zone: string;
  readonly place: PlaceDto | null;
  readonly onlineUrl: string | null;
}
