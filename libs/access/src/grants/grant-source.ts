import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Grant } from './actor.js';

/** Where rights come from: given by name, and following from mandates, which lie a rank higher in the directory. */
export abstract class GrantSource {
  /** The rights the person has at that moment. */
  abstract grantsOf(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Grant[]>;
}
