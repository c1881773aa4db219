import type { Actor } from '#access';
import type { HostSwapDto } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { findDatesOfSwaps, mayTakeBack } from '#series';
import type { HostSwap, Series } from '#series';

/** A swap that this actor has just asked for or taken back. */
export async function readSwap(reader: Reader, swap: HostSwap): Promise<HostSwapDto> {
  return presentSwap(swap, await findDatesOfSwaps(reader, [swap]), true);
}

interface SwapsOfSeries {
  readonly actor: Actor;
  readonly series: Series;
  readonly swaps: readonly HostSwap[];
}

/** Swaps of a series as this actor sees them. A fixed number of queries. */
export async function readSwaps(
  reader: Reader,
  { actor, series, swaps }: SwapsOfSeries,
): Promise<HostSwapDto[]> {
  const dates = await findDatesOfSwaps(reader, swaps);
  return swaps.map((swap) => presentSwap(swap, dates, mayTakeBack(actor, series, swap)));
}

type SwapDates = Awaited<ReturnType<typeof findDatesOfSwaps>>;

/** With its two dates as they were when it was asked for. */
function presentSwap(swap: HostSwap, dates: SwapDates, isTheirs: boolean): HostSwapDto {
  return {
    id: swap.id,
    state: swap.state,
    first: sideOf(dates, swap.firstDateId, swap.firstHostId, swap.firstConsentedAt),
    second: sideOf(dates, swap.secondDateId, swap.secondHostId, swap.secondConsentedAt),
    consentBy: swap.consentBy.toString(),
    mayTakeBack: swap.state === 'open' && isTheirs,
  };
}

function sideOf(
  dates: SwapDates,
  dateId: Id,
  hostId: Id,
  consentedAt: Temporal.Instant | null,
): HostSwapDto['first'] {
  const date = dates.get(dateId);
  return {
    dateId,
    institution: date === undefined ? { id: hostId, name: {} } : { id: date.host.id, name: date.host.name },
    startsLocal:
      date === undefined ? '' : date.bundle.meeting.startsLocal.toString({ smallestUnit: 'minute' }),
    consentedAt: consentedAt?.toString() ?? null,
  };
}
