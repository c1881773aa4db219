import { Injectable } from '@nestjs/common';
import { assertMay, systemActor } from '#access';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import { startInvitationRun } from '#participation';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { auditSeries } from '../writing/audit-series.js';
import { askingOf } from '../writing/series-values.js';
import { getSeriesDate, lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { DateInvitationsDue } from './invitations-due.js';

/** Sends a date's invitations: when they are due, or on the host's nod. */
@Injectable()
@HandlesDueWork(DateInvitationsDue)
export class InviteDate implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends what is due, or lets it wait for the host's nod: where the series says so, and where the audience yields
   * nobody. A date whose meeting was cancelled or has begun, and a series that pauses, send nothing. May run twice.
   */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    try {
      await this.unitOfWork.run((tx) => this.sendOrWait(tx, subjectId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.unitOfWork.run((tx) => this.wait(tx, subjectId));
    }
  }

  /**
   * Sends a date's invitations now and returns the operation's id. Throws `series.no-audience`, `series.date-without-meeting`,
   * `series.date-invited`, or what keeps its meeting from inviting.
   */
  async invite(actor: Actor, seriesId: Id, dateId: Id): Promise<Id> {
    return this.unitOfWork.run(async (tx) => {
      const series = await lockSeries(tx, seriesId);
      assertMay(actor, 'meeting.invite', { institutionIds: [series.institutionId] });
      const date = await getSeriesDate(tx, seriesId, dateId);
      if (date.invitedAt !== null) throw new DomainError('series.date-invited');
      return inviteDate(tx, actor, { series, date, now: this.clock.now() });
    });
  }

  private async sendOrWait(tx: Tx, dateId: Id): Promise<void> {
    const found = await this.findDue(tx, dateId);
    if (found === null) return;
    if (found.series.sending === 'after-nod') return this.wait(tx, dateId);
    await inviteDate(tx, systemActor(), { ...found, now: this.clock.now() });
  }

  private async wait(tx: Tx, dateId: Id): Promise<void> {
    const now = this.clock.now();
    await tx.manager.query(
      'UPDATE series_date SET due_at = $2 WHERE id = $1 AND due_at IS NULL AND invited_at IS NULL',
      [dateId, now],
    );
  }

  private async findDue(tx: Tx, dateId: Id): Promise<{ series: Series; date: SeriesDate } | null> {
    const named = await tx.manager.findOneBy(SeriesDate, { id: dateId });
    if (named === null) return null;
    const series = await lockSeries(tx, named.seriesId);
    // It may be another by now, and is not while the series is locked.
    const date = await getSeriesDate(tx, series.id, dateId);
    if (series.state !== 'active' || date.invitedAt !== null || date.meetingId === null) return null;
    const meeting = await lockMeeting(tx, date.meetingId);
    const isOpen =
      meeting.state === 'published' && Temporal.Instant.compare(this.clock.now(), meeting.startsAt) < 0;
    return isOpen ? { series, date } : null;
  }
}

async function inviteDate(
  tx: Tx,
  actor: Actor,
  { series, date, now }: { series: Series; date: SeriesDate; now: Temporal.Instant },
): Promise<Id> {
  const asking = askingOf(series);
  if (asking === null) throw new DomainError('series.no-audience');
  if (date.meetingId === null) throw new DomainError('series.date-without-meeting');
  const { meetingId } = date;
  // The audience was asked for when it was composed: whoever nods to it need not reach all of it.
  const run = { ...systemActor(), personId: actor.personId, channel: actor.channel };
  const operationId = await startInvitationRun(tx, run, { meetingId, asking, now });
  await tx.manager.update(SeriesDate, { id: date.id }, { invitedAt: now, dueAt: date.dueAt ?? now });
  await auditSeries(tx, series, { action: 'invite', actor, now, after: { dateId: date.id, meetingId } });
  return operationId;
}
