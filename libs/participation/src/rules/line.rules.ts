import { areKeptFor, fitsQuota, isFull, lackingShared, take, tooSmallFor } from './seats.rules.js';
import type { Held, Limits, Party } from './seats.rules.js';

/** Who comes first: whoever asked first, or the first of each cluster that nobody represents yet, then the rest. */
export type LineRule = 'arrival' | 'clusters-first';

/** A registration that waits. */
export interface Waiting {
  readonly registrationId: string;
  readonly arrival: number;
  readonly party: Party;
  /** Registrations of one group wait together: all of them get seats at once, or none. */
  readonly group: string | null;
}

export interface Line {
  readonly rule: LineRule;
  /** In order of arrival. */
  readonly waiting: readonly Waiting[];
}

/** The line as it is worked off: each place is one registration, or a group that waits together. */
export function lineOrder({ rule, waiting }: Line, held: Held): readonly (readonly Waiting[])[] {
  const places = [...Map.groupBy(waiting, ({ group, registrationId }) => group ?? registrationId).values()];
  if (rule === 'arrival') return places;
  const represented = new Set([...held.clusters].flatMap(([cluster, seats]) => (seats > 0 ? [cluster] : [])));
  const first: (readonly Waiting[])[] = [];
  const rest: (readonly Waiting[])[] = [];
  for (const place of places) {
    const clusters = place.flatMap(({ party }) => party.clusters);
    const isFirst = clusters.some((cluster) => !represented.has(cluster));
    (isFirst ? first : rest).push(place);
    for (const cluster of clusters) represented.add(cluster);
  }
  return [...first, ...rest];
}

/** The place in line that is next, of those who can ever have seats, and what it lacks; null: nobody waits. */
export function nextInLine(
  line: Line,
  limits: Limits,
  held: Held,
): { readonly seats: number; readonly lacks: readonly string[] } | null {
  for (const place of lineOrder(line, held)) {
    const parties = place.map(({ party }) => party);
    if (tooSmallFor(limits, parties) !== null) continue;
    const lacks = lackingShared(limits, held, parties);
    const seats = parties.reduce((sum, party) => sum + party.seats, 0);
    return { seats, lacks: fitsQuota(limits, held, parties) ? lacks : ['quota', ...lacks] };
  }
  return null;
}

/**
 * Who of the line can have seats now, in its order. Whoever is held back by a quota is passed over, since those behind
 * take nothing from them; whoever finds too few seats of a kind keeps everybody behind from that kind, so that a large
 * party is not overtaken by small ones for ever. Whoever has become too large for the limits themselves keeps nobody, and nobody
 * keeps a seat from whom the host keeps it for.
 */
export function admissible(
  line: Line,
  limits: Limits,
  held: Held,
): { readonly admitted: readonly Waiting[]; readonly held: Held } {
  // Every party takes seats of the meeting: where none is left, nobody's turn has come, however long the line.
  if (isFull(limits, held)) return { admitted: [], held };
  const closed = new Set<string>();
  const admitted: Waiting[] = [];
  let taken = held;
  for (const place of lineOrder(line, held)) {
    const parties = place.map(({ party }) => party);
    if (!fitsQuota(limits, taken, parties) || tooSmallFor(limits, parties) !== null) continue;
    const lacking = lackingShared(limits, taken, parties);
    const isHeldBack =
      !areKeptFor(limits, taken, parties) &&
      parties.some(({ shared }) => shared.some((key) => closed.has(key)));
    for (const key of lacking) closed.add(key);
    if (lacking.length > 0 || isHeldBack) continue;
    admitted.push(...place);
    taken = take(taken, parties);
  }
  return { admitted, held: taken };
}
