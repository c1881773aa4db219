import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import type { Actor } from '#access';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { giveHosts } from '../rotation/give-hosts.js';
import type { Series } from '../tables/series.entity.js';
import { HostTurn } from '../turns/host-turn.entity.js';
import type { HostAnswerCommand, HostAnswerOutcome } from '../turns/answer-turn.js';
import { scheduleTurns } from '../turns/turns-due.js';
import { auditSeries } from '../writing/audit-series.js';
import { HostSwap } from './host-swap.entity.js';
import { lockSwap } from './lock-swap.js';
import { HostSwapDue, settleSwap } from './settle-swap.js';
import { findSwapFacts } from './swap-dates.js';
import { swapRefusal } from './swap.rules.js';

/** A host consents to a swap or refuses it, by its link; the second consent swaps the two dates. */
@Injectable()
@HandlesDueWork(HostSwapDue)
export class AnswerSwap implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The deadline is over: an open swap lapses. May run twice. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { series, swap } = await lockSwap(tx, subjectId);
      if (swap.state !== 'open') return;
      const now = this.clock.now();
      await settleSwap(tx, swap, { state: 'lapsed', now });
      const after = { swapId: swap.id, state: 'lapsed' };
      await auditSeries(tx, series, { action: 'swap', actor: systemActor(), now, after });
    });
  }

  /** Under the series' lock, meetings by id. Consenting twice is no error. */
  async answer({ link, answer, requestId }: HostAnswerCommand): Promise<HostAnswerOutcome> {
    return this.unitOfWork.run(async (tx) => {
      const { series, swap } = await lockSwap(tx, link.swapId ?? '');
      if (swap.state !== 'open') return 'settled';
      const now = this.clock.now();
      const actor = { ...systemActor(), personId: link.personId, channel: 'web' as const, requestId };
      if (answer.decision === 'decline') {
        await settleSwap(tx, swap, { state: 'refused', reason: answer.reason, now });
        await audit(tx, series, swap, { actor, now, state: 'refused' });
        return 'accepted';
      }
      const agreed = consented(swap, link, now);
      await tx.manager.update(HostSwap, { id: swap.id }, agreed);
      if (agreed.firstConsentedAt === null || agreed.secondConsentedAt === null) {
        await audit(tx, series, swap, { actor, now, state: 'consented' });
        return 'accepted';
      }
      return (await swapHosts(tx, series, agreed, { actor, now })) ? 'accepted' : 'settled';
    });
  }
}

interface Answering {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

function consented(
  swap: HostSwap,
  { institutionId, personId }: HostAnswerCommand['link'],
  now: Temporal.Instant,
): HostSwap {
  if (institutionId === swap.firstHostId && swap.firstConsentedAt === null) {
    return { ...swap, firstConsentedAt: now, firstById: personId };
  }
  if (institutionId === swap.secondHostId && swap.secondConsentedAt === null) {
    return { ...swap, secondConsentedAt: now, secondById: personId };
  }
  return swap;
}

/** Both have consented: swaps, unless something came between. False: it could not be any more. */
async function swapHosts(
  tx: Tx,
  series: Series,
  swap: HostSwap,
  { actor, now }: Answering,
): Promise<boolean> {
  const facts = (dateId: Id) => findSwapFacts(tx, { seriesId: series.id, dateId, swapId: swap.id }, now);
  const first = await facts(swap.firstDateId);
  const second = await facts(swap.secondDateId);
  const isAsAsked = first.hostId === swap.firstHostId && second.hostId === swap.secondHostId;
  const refusal = isAsAsked ? swapRefusal(first, second) : 'host-swap.host-left';
  if (refusal !== null) {
    await settleSwap(tx, swap, { state: 'withdrawn', now });
    await audit(tx, series, swap, { actor, now, state: 'withdrawn' });
    return false;
  }
  await tx.manager.query(
    `UPDATE host_turn SET state = 'withdrawn' WHERE date_id = ANY($1) AND state IN ('asked', 'confirmed')`,
    [[swap.firstDateId, swap.secondDateId]],
  );
  // Whoever consents to a swap has confirmed the other date with it.
  await insertRows(tx, HostTurn, [
    confirmedTurn({ dateId: swap.firstDateId, institutionId: swap.secondHostId, byId: swap.secondById }, now),
    confirmedTurn({ dateId: swap.secondDateId, institutionId: swap.firstHostId, byId: swap.firstById }, now),
  ]);
  const moves = [
    { dateId: swap.firstDateId, hostId: swap.secondHostId },
    { dateId: swap.secondDateId, hostId: swap.firstHostId },
  ];
  await settleSwap(tx, swap, { state: 'done', now });
  await giveHosts(tx, series, moves, { actor, now });
  await scheduleTurns(tx, series, now);
  await audit(tx, series, swap, { actor, now, state: 'done' });
  return true;
}

function confirmedTurn(
  { dateId, institutionId, byId }: { dateId: Id; institutionId: Id; byId: Id | null },
  now: Temporal.Instant,
): HostTurn {
  const moments = { askedAt: now, confirmBy: now, remindedAt: null, answeredAt: now };
  return {
    id: newId(),
    dateId,
    institutionId,
    state: 'confirmed',
    ...moments,
    answeredById: byId,
    reason: null,
  };
}

async function audit(
  tx: Tx,
  series: Series,
  { id, firstDateId, secondDateId }: HostSwap,
  { actor, now, state }: Answering & { state: string },
): Promise<void> {
  const after = { swapId: id, firstDateId, secondDateId, state };
  await auditSeries(tx, series, { action: 'swap', actor, now, after });
}
