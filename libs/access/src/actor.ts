import type { Id } from '#kernel';

/** Through what a change came in. */
export type Channel = 'console' | 'api' | 'web' | 'calendar' | 'system' | 'cli';

/** A right somebody has today: a role in an institution, or in the whole instance (null). */
export interface Grant {
  readonly role: 'owner';
  readonly institutionId: Id | null;
}

/** Who acts, and with which rights. `personId` is null for the system itself and for guests of the web pages. */
export interface Actor {
  readonly personId: Id | null;
  readonly channel: Channel;
  readonly grants: readonly Grant[];
  readonly requestId: string | null;
}

/** The instance at work for itself: relay, tick, command line. */
export function systemActor(channel: 'system' | 'cli' = 'system'): Actor {
  return { personId: null, channel, grants: [{ role: 'owner', institutionId: null }], requestId: null };
}
