import type { Reader } from '#database';
import type { Id } from '#kernel';

/** What people have said to meetings before they are invited to them; fulfilled by who knows what a meeting belongs to. */
export abstract class AnswersInAdvance {
  /** By person; whoever has said nothing is left out. One query. */
  abstract find(
    reader: Reader,
    meetingId: Id,
    personIds: readonly Id[],
  ): Promise<ReadonlyMap<Id, 'yes' | 'no'>>;
}
