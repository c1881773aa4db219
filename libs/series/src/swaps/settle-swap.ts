import type { HostSwapState } from '#contracts';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { writeMails } from '#mail';
import { cancelDueWork, defineDueWork } from '#queue';
import { findHostReaders } from '../links/host-people.js';
import { hostMail } from '../links/write-links.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { HostSwap } from './host-swap.entity.js';

/** The deadline of a swap is over; the row's subject is the swap. */
export const HostSwapDue = defineDueWork<Record<never, never>>('series.host-swap', { rowsPerJob: 20 });

/** Ends an open swap and tells both hosts, in the caller's transaction, under the series' lock. */
export async function settleSwap(
  tx: Tx,
  { id, firstDateId, firstHostId, secondHostId }: HostSwap,
  { state, reason = null, now }: { state: HostSwapState; reason?: string | null; now: Temporal.Instant },
): Promise<void> {
  await tx.manager.update(HostSwap, { id }, { state, reason, settledAt: now });
  await cancelDueWork(tx, HostSwapDue, [id]);
  const { meetingId } = await tx.manager.findOneByOrFail(SeriesDate, { id: firstDateId });
  const readers = await findHostReaders(tx, [firstHostId, secondHostId], now);
  const mail = { kind: 'host-swap-settled' as const, meetingId: meetingId ?? id };
  const mails = readers.map((reader) =>
    hostMail(mail, reader, { swapId: id, institutionId: reader.institutionId }),
  );
  await writeMails(tx, mails, now);
}

/** Withdraws the open swaps of dates that have got other hosts, in the caller's transaction, under the series' lock. */
export async function withdrawSwaps(tx: Tx, dateIds: readonly Id[], now: Temporal.Instant): Promise<void> {
  const swaps = await tx.manager
    .createQueryBuilder(HostSwap, 'swap')
    .where(`swap.state = 'open' AND (swap.firstDateId = ANY(:ids) OR swap.secondDateId = ANY(:ids))`, {
      ids: dateIds,
    })
    .getMany();
  for (const swap of swaps) await settleSwap(tx, swap, { state: 'withdrawn', now });
}
