/** One registration's demand for seats. */
export interface Party {
  /** The person and companions. */
  readonly seats: number;
  /** Limits that it shares with everybody who asks for the same kind of seat: `all`, `ordinary`, `contingent:<id>`. */
  readonly shared: readonly string[];
  /** Institutions for which a quota counts it. */
  readonly groups: readonly string[];
  /** Clusters that it represents. */
  readonly clusters: readonly string[];
}

/** So many seats at most; what is not named has no limit. */
export interface Limits {
  readonly shared: ReadonlyMap<string, number>;
  /** For each institution that a quota counts for. */
  readonly quota: number | null;
}

/** Seats taken by confirmed people with their companions and by unexpired offers, by what they count for. */
export interface Held {
  readonly shared: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly clusters: ReadonlyMap<string, number>;
}

export const NOTHING_HELD: Held = { shared: new Map(), groups: new Map(), clusters: new Map() };

/** The shared limits that have no room for these parties together. */
export function lackingShared({ shared }: Limits, held: Held, parties: readonly Party[]): readonly string[] {
  const demand = demandOf(parties, 'shared');
  return [...demand].flatMap(([key, seats]) => {
    const limit = shared.get(key);
    return limit !== undefined && (held.shared.get(key) ?? 0) + seats > limit ? [key] : [];
  });
}

/** A limit that is too small for a party, whoever else comes: `quota`, or one that is shared. */
export interface TooSmall {
  readonly limit: string;
  /** So many seats at most. */
  readonly most: number;
}

/** The smallest limit that these parties together can never keep, not even in an empty meeting; null: they may wait. */
export function tooSmallFor({ shared, quota }: Limits, parties: readonly Party[]): TooSmall | null {
  const broken = [...demandOf(parties, 'shared')].flatMap(([limit, seats]) => {
    const most = shared.get(limit);
    return most !== undefined && seats > most ? [{ limit, most }] : [];
  });
  const largest = quota === null ? 0 : Math.max(0, ...demandOf(parties, 'groups').values());
  if (quota !== null && largest > quota) broken.push({ limit: 'quota', most: quota });
  return broken.toSorted((one, other) => one.most - other.most)[0] ?? null;
}

/** Whether companions make a party of that size larger than one of the limits, depending on what it counts for. */
export function isLargerThanSome({ shared, quota }: Limits, seats: number): boolean {
  return seats > 1 && seats > Math.min(quota ?? Infinity, ...shared.values());
}

/** Whether no seat of the meeting is left, of whatever kind. */
export function isFull({ shared }: Limits, held: Held): boolean {
  const capacity = shared.get('all');
  return capacity !== undefined && (held.shared.get('all') ?? 0) >= capacity;
}

/** Whether the seats that these parties want are among those that are kept back, and not taken yet. */
export function areKeptFor({ shared }: Limits, held: Held, parties: readonly Party[]): boolean {
  const kept = (shared.get('all') ?? 0) - (shared.get('ordinary') ?? Infinity);
  if (kept <= 0 || parties.some((party) => party.shared.includes('ordinary'))) return false;
  const taken = (held.shared.get('all') ?? 0) - (held.shared.get('ordinary') ?? 0);
  return taken + parties.reduce((sum, { seats }) => sum + seats, 0) <= kept;
}

/** Whether no institution gets more than its quota when all of them come. */
export function fitsQuota({ quota }: Limits, held: Held, parties: readonly Party[]): boolean {
  if (quota === null) return true;
  return [...demandOf(parties, 'groups')].every(
    ([key, seats]) => (held.groups.get(key) ?? 0) + seats <= quota,
  );
}

export function hasRoom(limits: Limits, held: Held, parties: readonly Party[]): boolean {
  return lackingShared(limits, held, parties).length === 0 && fitsQuota(limits, held, parties);
}

/** What is held once the parties have taken their seats. */
export function take(held: Held, parties: readonly Party[]): Held {
  return add(held, parties, 1);
}

/** What is held once the parties have given their seats back. */
export function giveBack(held: Held, parties: readonly Party[]): Held {
  return add(held, parties, -1);
}

/** Whether a party asks for nothing that the other one has not. */
export function isWithin(wanted: Party, had: Party): boolean {
  return wanted.seats <= had.seats && wanted.shared.every((key) => had.shared.includes(key));
}

function add(held: Held, parties: readonly Party[], sign: 1 | -1): Held {
  const sum = (kind: keyof Held) => {
    const sums = new Map(held[kind]);
    for (const [key, seats] of demandOf(parties, kind)) sums.set(key, (sums.get(key) ?? 0) + sign * seats);
    return sums;
  };
  return { shared: sum('shared'), groups: sum('groups'), clusters: sum('clusters') };
}

function demandOf(parties: readonly Party[], kind: keyof Held): ReadonlyMap<string, number> {
  const demand = new Map<string, number>();
  for (const party of parties) {
    for (const key of party[kind]) demand.set(key, (demand.get(key) ?? 0) + party.seats);
  }
  return demand;
}
