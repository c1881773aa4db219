import { Injectable } from '@nestjs/common';
import { may, scopeOf } from '#access';
import type { Actor } from '#access';
import { insertRows, UnitOfWork } from '#database';
import { Clock, DomainError, newId, Temporal, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { scheduleDueWork } from '#queue';
import { findHostReaders } from '../links/host-people.js';
import { writeLinks } from '../links/write-links.js';
import { lockSeries } from '../tables/find-series.js';
import type { Series } from '../tables/series.entity.js';
import { deadlineOf } from '../turns/turn.rules.js';
import { auditSeries } from '../writing/audit-series.js';
import { HostSwap } from './host-swap.entity.js';
import { HostSwapDue } from './settle-swap.js';
import { findSwapFacts } from './swap-dates.js';
import type { SwapFacts } from './swap-dates.js';
import { swapRefusal } from './swap.rules.js';

export interface SwapCommand {
  readonly seriesId: Id;
  readonly firstDateId: Id;
  readonly secondDateId: Id;
}

/** Asks two hosts to swap their dates. */
@Injectable()
export class AskSwap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /**
   * Writes the swap and sends a link to whoever has not consented: an asker who acts for one of the two hosts has, for
   * its side. Who may change the series asks, or who may change one of the two dates' meetings. Holds the series' lock.
   * Throws `access.denied`, `series.date-not-found`, `host-swap.nobody-to-ask`, or why it cannot be (`host-swap.…`).
   */
  async ask(actor: Actor, command: SwapCommand): Promise<HostSwap> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const { seriesId } = command;
      const series = await lockSeries(tx, seriesId);
      const first = await findSwapFacts(tx, { seriesId, dateId: command.firstDateId, swapId: null }, now);
      const second = await findSwapFacts(tx, { seriesId, dateId: command.secondDateId, swapId: null }, now);
      assertMayAsk(actor, series, [first, second]);
      const refusal = swapRefusal(first, second);
      if (refusal !== null) throw new DomainError(refusal);
      const swap = swapOf(actor, series, { first, second, now });
      await insertRows(tx, HostSwap, [swap]);
      const silent = [
        ...(swap.firstConsentedAt === null ? [swap.firstHostId] : []),
        ...(swap.secondConsentedAt === null ? [swap.secondHostId] : []),
      ];
      const readers = await findHostReaders(tx, silent, now);
      if (silent.some((id) => readers.every(({ institutionId }) => institutionId !== id))) {
        throw new DomainError('host-swap.nobody-to-ask');
      }
      const linking = {
        kind: 'host-swap' as const,
        meetingId: first.meetingId ?? swap.id,
        keys: this.keys,
        now,
      };
      await writeLinks(tx, { ...linking, subject: { swapId: swap.id }, readers });
      await scheduleDueWork(tx, HostSwapDue, [{ subjectId: swap.id, dueAt: swap.consentBy, payload: {} }]);
      const after = { swapId: swap.id, firstDateId: first.dateId, secondDateId: second.dateId };
      await auditSeries(tx, series, { action: 'ask-swap', actor, now, after });
      return swap;
    });
  }
}

function assertMayAsk(actor: Actor, { institutionId }: Series, dates: readonly SwapFacts[]): void {
  const isAllowed =
    may(actor, 'meeting.change', { institutionIds: [institutionId] }) ||
    dates.some(({ hostId, meetingId }) =>
      may(actor, 'meeting.change', {
        institutionIds: hostId === null ? [] : [hostId],
        ...(meetingId !== null && { meetingId }),
      }),
    );
  if (!isAllowed) throw new DomainError('access.denied');
}

function swapOf(
  actor: Actor,
  series: Series,
  { first, second, now }: { first: SwapFacts; second: SwapFacts; now: Temporal.Instant },
): HostSwap {
  const starts = [first.startsAt ?? now, second.startsAt ?? now].toSorted((one, other) =>
    Temporal.Instant.compare(one, other),
  );
  const isFirst = speaksFor(actor, first);
  const isSecond = !isFirst && speaksFor(actor, second);
  return {
    id: newId(),
    seriesId: series.id,
    firstDateId: first.dateId,
    secondDateId: second.dateId,
    firstHostId: first.hostId ?? '',
    secondHostId: second.hostId ?? '',
    state: 'open',
    firstConsentedAt: isFirst ? now : null,
    firstById: isFirst ? actor.personId : null,
    secondConsentedAt: isSecond ? now : null,
    secondById: isSecond ? actor.personId : null,
    askedById: actor.personId,
    askedAt: now,
    consentBy: deadlineOf(starts[0] ?? now, series, now),
    settledAt: null,
    reason: null,
  };
}

/** Whether the actor acts for the date's host itself, not for the instance or the series. Nobody consents for both sides. */
function speaksFor(actor: Actor, { hostId, meetingId }: SwapFacts): boolean {
  const { institutionIds, meetingIds } = scopeOf(actor, 'meeting.change');
  return institutionIds.includes(hostId ?? '') || meetingIds.includes(meetingId ?? '');
}
