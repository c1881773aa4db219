import type { Contingent, SeatLimit, Seating } from '#contracts';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import type { Limits, Party } from '../rules/seats.rules.js';

/** For whom somebody comes, and whether a seat is kept for them. */
export interface Represented {
  readonly clusters: readonly string[];
  readonly organisations: readonly string[];
  /** One of the host's offices, or somebody for whom the host keeps a seat. */
  readonly isReserved: boolean;
}

export const NOBODY_REPRESENTED: Represented = { clusters: [], organisations: [], isReserved: false };

type Seats = Pick<Meeting, 'capacity' | 'seating'>;

/** The limits of a meeting's seats. */
export function limitsOf({ capacity, seating }: Seats): Limits {
  const shared = new Map<string, number>();
  if (capacity !== null) {
    shared.set('all', capacity);
    if (seating.reserved > 0) shared.set('ordinary', capacity - seating.reserved);
  }
  for (const { id, seats } of seating.contingents) if (seats !== null) shared.set(contingentKey(id), seats);
  return { shared, quota: seating.quota?.seats ?? null };
}

/** The kind of seat that somebody takes: who names none (a reply from a calendar, say) gets one of the first. */
export function contingentOf({ contingents }: Seating, contingentId: string | null): Contingent | null {
  return contingents.find(({ id }) => id === contingentId) ?? contingents[0] ?? null;
}

/** What somebody asks for. Seats that are kept count for no quota. */
export function partyOf(
  { seating }: Seats,
  represented: Represented,
  { seats, contingentId }: { readonly seats: number; readonly contingentId: string | null },
): Party {
  const isReserved = seating.reserved > 0 && represented.isReserved;
  const { quota } = seating;
  const contingent = contingentOf(seating, contingentId);
  const counted = quota?.per === 'organisation' ? represented.organisations : represented.clusters;
  return {
    seats,
    shared: [
      'all',
      ...(isReserved ? [] : ['ordinary']),
      ...(contingent === null ? [] : [contingentKey(contingent.id)]),
    ],
    groups: quota === null || isReserved ? [] : counted,
    clusters: represented.clusters,
  };
}

/** What a limit of the rules is to people. */
export function seatLimitOf({ seating }: Pick<Meeting, 'seating'>, key: string): SeatLimit {
  if (key === 'quota') return `${seating.quota?.per ?? 'cluster'}-quota`;
  if (key === 'all') return 'capacity';
  return key === 'ordinary' ? 'ordinary' : 'contingent';
}

/** The kind of seat that was asked for, if the meeting has it still; null: the first. */
export function knownContingent({ seating }: Pick<Meeting, 'seating'>, id: Id | null): Id | null {
  return seating.contingents.some((one) => one.id === id) ? id : null;
}

export function contingentKey(id: string): string {
  return `contingent:${id}`;
}
