import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { SeriesHost } from './series-host.entity.js';

/** A date that somebody hosts or hosted. */
export interface HostedDate {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly hostId: Id;
}

type Turn = Pick<SeriesHost, 'institutionId' | 'position' | 'weight' | 'awayMonths'>;

/**
 * Whose turn it is on a day: of those who host in that month the one who has not for longest, counted in dates and
 * weighed: with weight 2 a turn comes after half as many. Who never hosted comes first, in the order of the list. Null:
 * nobody hosts in that month.
 */
export function proposeHost(
  hosts: readonly Turn[],
  hosted: readonly HostedDate[],
  on: Temporal.PlainDateTime,
): Id | null {
  const before = hosted
    .filter(({ startsLocal }) => Temporal.PlainDateTime.compare(startsLocal, on) < 0)
    .toSorted((one, other) => Temporal.PlainDateTime.compare(one.startsLocal, other.startsLocal));
  const waited = ({ institutionId, weight }: Turn) => {
    const last = before.findLastIndex(({ hostId }) => hostId === institutionId);
    return last < 0 ? Infinity : (before.length - last) * weight;
  };
  const [first] = hosts
    .filter(({ awayMonths }) => !awayMonths.includes(on.month))
    .map((host) => ({ host, waited: waited(host) }))
    .toSorted((one, other) => compare(other.waited, one.waited) || one.host.position - other.host.position);
  return first?.host.institutionId ?? null;
}

/** As a subtraction, which two infinities have none of. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
