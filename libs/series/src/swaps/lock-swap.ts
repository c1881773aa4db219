import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { lockSeries } from '../tables/find-series.js';
import type { Series } from '../tables/series.entity.js';
import { HostSwap } from './host-swap.entity.js';

/** Locks the swap's series, whose row is the lock of its swaps, and reads it. Throws `host-swap.not-found`. */
export async function lockSwap(tx: Tx, id: Id): Promise<{ series: Series; swap: HostSwap }> {
  const found = await tx.manager.findOneBy(HostSwap, { id });
  if (found === null) throw new DomainError('host-swap.not-found');
  const series = await lockSeries(tx, found.seriesId);
  return { series, swap: await tx.manager.findOneByOrFail(HostSwap, { id }) };
}
