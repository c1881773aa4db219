import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { cancelDueWork } from '#queue';
import { scheduleInvitations } from '../inviting/invitations-due.js';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { Series } from '../tables/series.entity.js';
import { auditSeries } from './audit-series.js';
import { fillSeries, SeriesFillDue } from './fill-series.js';
import { stateAfter } from './series-states.js';
import type { SeriesStep } from './series-states.js';

export interface SeriesCommand {
  readonly seriesId: Id;
  readonly ifMatch: number;
}

/** Starts a series, lets it pause and go on. */
@Injectable()
export class RunSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a draft or goes on after a pause: fills the window and puts down when each date invites. Throws
   * `version.stale` or `series.not-startable`.
   */
  async start(actor: Actor, command: SeriesCommand): Promise<Series> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const series = await takeStep(tx, actor, { ...command, step: 'start', now });
      // Those first that are there: writing new ones puts theirs down itself.
      await scheduleInvitations(tx, series, await findUninvited(tx, series), now);
      await fillSeries(tx, series, now);
      return series;
    });
  }

  /** Makes and sends nothing more until it is started again; what there is stays. Throws `series.not-active`. */
  async pause(actor: Actor, command: SeriesCommand): Promise<Series> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const series = await takeStep(tx, actor, { ...command, step: 'pause', now });
      await cancelDueWork(tx, SeriesFillDue, [series.id]);
      await scheduleInvitations(tx, series, await findUninvited(tx, series), now);
      return series;
    });
  }
}

/** Locks the series for a change by somebody who may, at the version they have seen. */
export async function lockForChange(
  tx: Tx,
  actor: Actor,
  { seriesId, ifMatch }: SeriesCommand,
): Promise<Series> {
  const series = await lockSeries(tx, seriesId);
  assertMay(actor, 'meeting.change', { institutionIds: [series.institutionId] });
  if (series.version !== ifMatch) throw new DomainError('version.stale', { version: series.version });
  return series;
}

/** The dates that have not been invited to. */
export async function findUninvited(tx: Tx, { id }: Pick<Series, 'id'>): Promise<readonly SeriesDate[]> {
  return tx.manager
    .createQueryBuilder(SeriesDate, 'date')
    .where('date.seriesId = :id AND date.invitedAt IS NULL AND date.meetingId IS NOT NULL', { id })
    .orderBy('date.originalLocal')
    .getMany();
}

async function takeStep(
  tx: Tx,
  actor: Actor,
  { step, now, ...command }: SeriesCommand & { step: SeriesStep; now: Temporal.Instant },
): Promise<Series> {
  const series = await lockForChange(tx, actor, command);
  const state = stateAfter(series.state, step);
  const columns = { state, version: series.version + 1, changedAt: now };
  await tx.manager.update(Series, { id: series.id }, columns);
  const before = { state: series.state };
  await auditSeries(tx, series, { action: step, actor, now, before, after: { state } });
  return Object.assign(new Series(), series, columns);
}
