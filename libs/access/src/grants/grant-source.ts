import type { Role } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Grant } from './actor.js';

/** Where rights come from: given by name, and following from mandates, which lie a rank higher in the directory. */
export abstract class GrantSource {
  /** The rights the person has at that moment. */
  abstract grantsOf(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]>;

  /** The rights the person has at that moment or is to have later. */
  abstract grantsFrom(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]>;

  /** What a right would reach at that moment if somebody had it. */
  abstract reachOf(
    reader: Reader,
    right: { readonly role: Role; readonly institutionId: Id | null; readonly meetingId: Id | null },
    now: Temporal.Instant,
  ): Promise<Grant>;
}
