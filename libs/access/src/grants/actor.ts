import type { AuditChannel } from '#audit';
import type { Role } from '#contracts';
import type { Id } from '#kernel';

/** A right somebody has today: a role in an institution, for one meeting, or (owner) in the whole instance. */
export interface Grant {
  readonly role: Role;
  readonly institutionId: Id | null;
  readonly meetingId: Id | null;
  /** The institution and its committees. */
  readonly own: readonly Id[];
  /** The institution's members of today, and their committees. */
  readonly beneath: readonly Id[];
  /** For a right for one meeting: its owner and its hosts. */
  readonly meetingOf?: readonly Id[];
}

/** Who acts, and with which rights. `personId` is null for the system itself and for guests of the web pages. */
export interface Actor {
  readonly personId: Id | null;
  /** Through what a change came in; `host` is the console. */
  readonly channel: AuditChannel;
  readonly grants: readonly Grant[];
  readonly requestId: string | null;
}

const OWNER: Grant = { role: 'owner', institutionId: null, meetingId: null, own: [], beneath: [] };

/** The instance at work for itself: relay, tick, command line. */
export function systemActor(channel: 'system' | 'cli' = 'system'): Actor {
  return { personId: null, channel, grants: [OWNER], requestId: null };
}
