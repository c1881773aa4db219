import type { Reader } from '#database';
import type { Id } from '#kernel';

/** What rights need to know of a meeting. */
export interface MeetingPlace {
  /** Its owner and its hosts. */
  readonly institutionIds: readonly Id[];
  readonly zone: string;
}

/** Where meetings lie, which are two ranks higher: the meetings lib fulfils it. */
export abstract class MeetingPlaces {
  /** One query; unknown meetings are missing from the map. */
  abstract find(reader: Reader, meetingIds: readonly Id[]): Promise<ReadonlyMap<Id, MeetingPlace>>;
}
