import type { TurnState } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';

/** A date that somebody hosted or is to host. */
export interface HostedTurn {
  readonly dateId: Id;
  readonly hostId: Id;
  readonly startsLocal: Temporal.PlainDateTime;
  readonly isPast: boolean;
  readonly state: TurnState;
}

/** A host's share of a series. */
export interface HostRecord {
  readonly institutionId: Id;
  readonly weight: number;
  readonly hasLeft: boolean;
  readonly times: number;
  /** By weight: hosts who bear their share are level. */
  readonly weighed: number;
  readonly last: Temporal.PlainDateTime | null;
  readonly next: Temporal.PlainDateTime | null;
  /** By day. */
  readonly dates: readonly HostedTurn[];
}

type Listed = Pick<HostRecord, 'institutionId' | 'weight' | 'hasLeft'>;

/** Who hosted how often and when last; those on the list first, in its order, then who hosted without being on it. Pure. */
export function recordHosts(listed: readonly Listed[], turns: readonly HostedTurn[]): readonly HostRecord[] {
  const byHost = Map.groupBy(
    turns.toSorted((one, other) => Temporal.PlainDateTime.compare(one.startsLocal, other.startsLocal)),
    ({ hostId }) => hostId,
  );
  const known = new Set(listed.map(({ institutionId }) => institutionId));
  const others = [...byHost.keys()]
    .filter((id) => !known.has(id))
    .map((institutionId) => ({ institutionId, weight: 1, hasLeft: true }));
  return [...listed, ...others].map((host) => {
    const dates = byHost.get(host.institutionId) ?? [];
    const past = dates.filter(({ isPast }) => isPast);
    return {
      ...host,
      times: past.length,
      weighed: Math.round((past.length / host.weight) * 100) / 100,
      last: past.at(-1)?.startsLocal ?? null,
      next: dates.find(({ isPast }) => !isPast)?.startsLocal ?? null,
      dates,
    };
  });
}
