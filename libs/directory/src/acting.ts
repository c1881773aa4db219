import type { Actor } from '#access';
import type { Temporal } from '#kernel';

/** Who changes something, and when it counts as changed. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}
