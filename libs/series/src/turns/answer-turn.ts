import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { Clock, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { cancelDueWork } from '#queue';
import type { HostLink } from '../links/host-link.entity.js';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { auditSeries } from '../writing/audit-series.js';
import { HostTurn } from './host-turn.entity.js';
import { findDateTurns } from './turn-facts.js';
import { passOn, takeTurn } from './take-turns.js';
import { HostTurnDue } from './turns-due.js';

/** What a host says by its link. */
export type HostAnswer =
  { readonly decision: 'confirm' } | { readonly decision: 'decline'; readonly reason: string | null };

export interface HostAnswerCommand {
  readonly link: Pick<HostLink, 'turnId' | 'swapId' | 'institutionId' | 'personId'>;
  readonly answer: HostAnswer;
  readonly requestId: string | null;
}

/** `settled`: it was answered, lapsed or is no longer this host's; nothing has changed. */
export type HostAnswerOutcome = 'accepted' | 'settled';

/** A host confirms a date or declines it, by its link. */
@Injectable()
export class AnswerTurn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * Under the series' lock. As long as nobody else is asked, a late *yes* counts. After a *no* the next host is asked at
   * once.
   */
  async answer({ link, answer, requestId }: HostAnswerCommand): Promise<HostAnswerOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneByOrFail(HostTurn, { id: link.turnId ?? '' });
      const date = await tx.manager.findOneByOrFail(SeriesDate, { id: found.dateId });
      const series = await lockSeries(tx, date.seriesId);
      const now = this.clock.now();
      const dateId: Id = date.id;
      const [turn] = await findDateTurns(tx, series.id, { dateId, now });
      if (turn?.open?.id !== found.id || turn.open.state !== 'asked' || turn.isByHand) return 'settled';
      const actor = { ...systemActor(), personId: link.personId, channel: 'web' as const, requestId };
      const reason = answer.decision === 'decline' ? answer.reason : null;
      const state = answer.decision === 'confirm' ? ('confirmed' as const) : ('declined' as const);
      const columns = { state, reason, answeredAt: now, answeredById: link.personId };
      await tx.manager.update(HostTurn, { id: found.id }, columns);
      const after = { dateId, hostId: found.institutionId };
      await auditSeries(tx, series, { action: `host-${state}`, actor, now, after });
      await cancelDueWork(tx, HostTurnDue, [dateId]);
      if (state === 'declined') {
        await passOn(tx, series, dateId, { actor, keys: this.keys, now });
        await takeTurn(tx, series, dateId, { actor, keys: this.keys, now });
      }
      return 'accepted';
    });
  }
}
