import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { cancelMeetingIn } from '#participation';
import { scheduleInvitations } from '../inviting/invitations-due.js';
import { Rotation } from '../rotation/rotation.js';
import { getSeriesDate, lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { scheduleTurns } from '../turns/turns-due.js';
import { auditSeries } from './audit-series.js';
import { nextNumber, withMeeting } from './write-dates.js';

/** What becomes of a date: it takes place on its day, on another one, or not at all. */
export type DateDecision =
  | { readonly decision: 'keep' }
  | { readonly decision: 'move'; readonly to: Temporal.PlainDate }
  | { readonly decision: 'skip' };

export interface DecideCommand {
  readonly seriesId: Id;
  readonly dateId: Id;
  readonly decision: DateDecision;
}

/** The host's word on a date that a holiday puts in question, or that was skipped. */
@Injectable()
export class DecideDate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the meeting of a date that has none, or cancels the one it has, under the series' lock. Throws
   * `series.date-has-meeting` for what is to be kept or moved and has one (that is moved as a meeting), `series.date-past`.
   */
  async decide(actor: Actor, { seriesId, dateId, decision }: DecideCommand): Promise<SeriesDate> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const series = await lockSeries(tx, seriesId);
      assertMay(actor, 'meeting.change', { institutionIds: [series.institutionId] });
      const date = await getSeriesDate(tx, seriesId, dateId);
      const written = await decided(tx, series, { date, decision, actor, now });
      await tx.manager.update(SeriesDate, { id: dateId }, written);
      await scheduleInvitations(tx, series, [written], now);
      await scheduleTurns(tx, series, now);
      const after = { dateId, ...decision, ...('to' in decision && { to: decision.to.toString() }) };
      await auditSeries(tx, series, { action: 'decide-date', actor, now, after });
      return written;
    });
  }
}

interface Deciding {
  readonly date: SeriesDate;
  readonly decision: DateDecision;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

async function decided(
  tx: Tx,
  series: Series,
  { date, decision, actor, now }: Deciding,
): Promise<SeriesDate> {
  if (decision.decision === 'skip') {
    if (date.meetingId !== null) {
      await cancelMeetingIn(tx, actor, { meetingId: date.meetingId, note: null, now });
      return date;
    }
    return { ...date, state: 'skipped' };
  }
  if (date.meetingId !== null) throw new DomainError('series.date-has-meeting');
  const startsLocal = startOf(date, decision);
  const today = now.toZonedDateTimeISO(series.zone).toPlainDateTime();
  if (Temporal.PlainDateTime.compare(startsLocal, today) <= 0) throw new DomainError('series.date-past');
  const rotation = await Rotation.of(tx, series);
  const hostId = rotation.propose(startsLocal);
  const number = date.number ?? (await nextNumber(tx, series));
  return withMeeting(tx, series, {
    date: { ...date, number, hostId },
    plan: { startsLocal },
    writing: { actor, now },
  });
}

function startOf({ originalLocal }: SeriesDate, decision: DateDecision): Temporal.PlainDateTime {
  return decision.decision === 'move'
    ? decision.to.toPlainDateTime(originalLocal.toPlainTime())
    : originalLocal;
}
