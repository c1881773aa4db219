import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, Temporal } from '#kernel';
import { defineDueWork, HandlesDueWork, scheduleDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { findLands } from '../dates/find-lands.js';
import { planDates } from '../dates/plan-dates.js';
import { datesInWindow, nextFill } from '../dates/series-span.js';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { scheduleTurns } from '../turns/turns-due.js';
import { writeDates } from './write-dates.js';

/** A series' window is to be filled; the row's subject is the series. */
export const SeriesFillDue = defineDueWork<Record<never, never>>('series.fill', { rowsPerJob: 1 });

/** Keeps the windows of series filled with meetings. */
@Injectable()
@HandlesDueWork(SeriesFillDue)
export class FillSeries implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** After a time without a worker it fills up to the present window; dates that passed meanwhile are not made. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const series = await lockSeries(tx, subjectId);
      await fillSeries(tx, series, this.clock.now());
    });
  }
}

/**
 * Makes what is missing of the series' window, in the caller's transaction, under the series' lock, and puts the next
 * filling down for the moment at which the following date comes into the window. A date that is there, whatever became
 * of it, is never made again. Does nothing for a series that is not active. May run twice.
 */
export async function fillSeries(tx: Tx, series: Series, now: Temporal.Instant): Promise<void> {
  if (series.state !== 'active') return;
  const known = await findOriginals(tx, series);
  const missing = datesInWindow(series, now).filter((original) => !known.has(original.toString()));
  const { holidays: policy, lengthMinutes } = series;
  const lands = missing.length === 0 ? [] : await findLands(tx, series, now);
  const planned = planDates(missing, { policy, lands, lengthMinutes });
  await writeDates(tx, series, planned, { actor: systemActor(), now });
  await scheduleTurns(tx, series, now);
  const dueAt = nextFill(series, now);
  if (dueAt === null) return;
  await scheduleDueWork(tx, SeriesFillDue, [{ subjectId: series.id, dueAt, payload: {} }]);
}

async function findOriginals(tx: Tx, { id }: Series): Promise<ReadonlySet<string>> {
  const rows = await tx.manager.find(SeriesDate, {
    select: { originalLocal: true },
    where: { seriesId: id },
  });
  return new Set(rows.map(({ originalLocal }) => originalLocal.toString()));
}
