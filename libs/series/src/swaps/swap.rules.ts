import type { Id } from '#kernel';

/** A date that is to be swapped, as it is now. */
export interface SwapDate {
  readonly dateId: Id;
  /** Null: the series' own institution hosts. */
  readonly hostId: Id | null;
  /** Its host takes no turns any more. */
  readonly hasLeft: boolean;
  readonly isPast: boolean;
  /** It has no meeting that takes place. */
  readonly isCancelled: boolean;
  /** Somebody said by hand who hosts it. */
  readonly isByHand: boolean;
  /** Another swap is open for it. */
  readonly isInSwap: boolean;
}

/** Why two dates cannot swap their hosts, as a code; null: they can. Pure. */
export function swapRefusal(first: SwapDate, second: SwapDate): string | null {
  const dates = [first, second];
  if (first.dateId === second.dateId) return 'host-swap.same-date';
  if (dates.some(({ isCancelled }) => isCancelled)) return 'host-swap.date-cancelled';
  if (dates.some(({ isPast }) => isPast)) return 'host-swap.date-past';
  if (dates.some(({ hostId, isByHand }) => hostId === null || isByHand)) return 'host-swap.no-host';
  if (first.hostId === second.hostId) return 'host-swap.same-host';
  if (dates.some(({ hasLeft }) => hasLeft)) return 'host-swap.host-left';
  return dates.some(({ isInSwap }) => isInSwap) ? 'host-swap.open-already' : null;
}
