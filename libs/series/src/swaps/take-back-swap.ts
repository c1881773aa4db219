import { Injectable } from '@nestjs/common';
import { may } from '#access';
import type { Actor, AuthorizedScope } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { isDateReached } from '../tables/find-series.js';
import type { Series } from '../tables/series.entity.js';
import { auditSeries } from '../writing/audit-series.js';
import { HostSwap } from './host-swap.entity.js';
import { lockSwap } from './lock-swap.js';
import { settleSwap } from './settle-swap.js';

/** Whoever proposed a swap may take it back, and whoever may change the series. Pure. */
export function mayTakeBack(
  actor: Actor,
  { institutionId }: Pick<Series, 'institutionId'>,
  { askedById }: Pick<HostSwap, 'askedById'>,
): boolean {
  const isAsker = actor.personId !== null && actor.personId === askedById;
  return isAsker || may(actor, 'meeting.change', { institutionIds: [institutionId] });
}

/** The swaps of the series that both hosts have not settled yet, of dates that the scope reaches, the latest first. One query. */
export async function listOpenSwaps(
  reader: Reader,
  scope: AuthorizedScope,
  seriesId: Id,
): Promise<readonly HostSwap[]> {
  const query = reader.manager
    .createQueryBuilder(HostSwap, 'swap')
    .where({ seriesId, state: 'open' })
    .orderBy('swap.id', 'DESC');
  if (!scope.everywhere) {
    query.andWhere(
      `NOT EXISTS (SELECT FROM series_date AS date
                     JOIN series ON series.id = date.series_id
                     LEFT JOIN meeting ON meeting.id = date.meeting_id
                    WHERE date.id IN (swap.firstDateId, swap.secondDateId) AND NOT ${isDateReached(':reached')})`,
      { reached: scope.institutionIds },
    );
  }
  return query.getMany();
}

/** Takes back a swap that was proposed. */
@Injectable()
export class TakeBackSwap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends an open swap, so that its links say so, and tells both hosts, once. Under the series' lock. Throws
   * `host-swap.not-found`, `access.denied`, and `host-swap.settled` where it is open no more.
   */
  async takeBack(actor: Actor, { seriesId, swapId }: { seriesId: Id; swapId: Id }): Promise<HostSwap> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const { series, swap } = await lockSwap(tx, swapId);
      if (swap.seriesId !== seriesId) throw new DomainError('host-swap.not-found');
      if (!mayTakeBack(actor, series, swap)) throw new DomainError('access.denied');
      if (swap.state !== 'open') throw new DomainError('host-swap.settled');
      const state = 'taken-back' as const;
      await settleSwap(tx, swap, { state, now });
      const { firstDateId, secondDateId } = swap;
      const after = { swapId, firstDateId, secondDateId, state };
      await auditSeries(tx, series, { action: 'swap', actor, now, after });
      return { ...swap, state, settledAt: now };
    });
  }
}
