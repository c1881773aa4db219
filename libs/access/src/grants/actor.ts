import type { AuditChannel } from '#audit';
import type { Id } from '#kernel';

/** A right somebody has today: a role in an institution, or in the whole instance (null). */
export interface Grant {
  readonly role: 'owner';
  readonly institutionId: Id | null;
}

/** Who acts, and with which rights. `personId` is null for the system itself and for guests of the web pages. */
export interface Actor {
  readonly personId: Id | null;
  /** Through what a change came in; `host` is the console. */
  readonly channel: AuditChannel;
  readonly grants: readonly Grant[];
  readonly requestId: string | null;
}

/** The instance at work for itself: relay, tick, command line. */
export function systemActor(channel: 'system' | 'cli' = 'system'): Actor {
  return { personId: null, channel, grants: [{ role: 'owner', institutionId: null }], requestId: null };
}
