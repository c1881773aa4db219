import { Injectable } from '@nestjs/common';
import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { AuditVerb, SeriesInput, SeriesPatch } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findTold } from '#participation';
import type { Told } from '#participation';
import { getSeries, getSeriesDate } from '../tables/find-series.js';
import type { SeriesDate } from '../tables/series-date.entity.js';
import { Series } from '../tables/series.entity.js';
import { auditSeries } from '../writing/audit-series.js';
import { assertNamed, unknownReference } from '../writing/create-series.js';
import { fillSeries } from '../writing/fill-series.js';
import { lockForChange } from '../writing/run-series.js';
import { loggedSeries } from '../writing/logged-series.js';
import { applyPatch, columnsOf, inputOf } from '../writing/series-values.js';
import { foreseeChange, ruleFrom } from './foresee-change.js';
import type { SeriesVersions } from './foresee-change.js';
import type { SeriesChangePlan } from './plan-change.js';
import { asTold, effectOf, writeSeriesChange } from './write-change.js';

export interface SeriesChangeCommand {
  readonly seriesId: Id;
  readonly patch: SeriesPatch;
  /** The date from which on the change counts; without it all to come. */
  readonly fromId?: Id | undefined;
}

/** What a change would do, and whom it would reach. */
export interface ForeseenChange {
  readonly plan: SeriesChangePlan;
  readonly told: readonly Told[];
}

/** Changes a series: all dates to come, or those from one on. */
@Injectable()
export class ChangeSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the change would do to each date and who would get a mail; changes nothing. */
  async preview(actor: Actor, { seriesId, patch, fromId }: SeriesChangeCommand): Promise<ForeseenChange> {
    const { reader } = this.unitOfWork;
    const series = await getSeries(reader, scopeOf(actor, 'meeting.change'), seriesId);
    // The host of one date reaches the series as well.
    assertMay(actor, 'meeting.change', { institutionIds: [series.institutionId] });
    const now = this.clock.now();
    const { versions } = await patched(reader, series, { patch, fromId, now });
    return foreseen(reader, versions);
  }

  /**
   * Changes the series and its dates under the series' lock: dates keep their meetings and answers and move, or are
   * cancelled where the rule has none for them; what was touched by hand stays. Throws `version.stale`, or what the
   * merged whole breaks.
   */
  async change(actor: Actor, command: SeriesChangeCommand & { ifMatch: number }): Promise<Series> {
    const { fromId, patch } = command;
    try {
      return await this.unitOfWork.run(async (tx) => {
        const now = this.clock.now();
        const series = await lockForChange(tx, actor, command);
        const { versions, input } = await patched(tx, series, { patch, fromId, now });
        await assertNamed(tx, actor, input);
        return writeVersions(tx, actor, versions);
      });
    } catch (error) {
      throw unknownReference(error);
    }
  }
}

/** What the plan for two versions of a series comes to and who hears of it. */
export async function foreseen(reader: Reader, versions: SeriesVersions): Promise<ForeseenChange> {
  const plan = await foreseeChange(reader, versions);
  return { plan, told: await findTold(reader, plan.changes.flatMap(effectOf).map(asTold)) };
}

/** Writes the new version with everything that follows, in the caller's transaction, under the series' lock. */
export async function writeVersions(
  tx: Tx,
  actor: Actor,
  versions: SeriesVersions,
  { action = 'change', note = null }: { action?: AuditVerb<'series'>; note?: string | null } = {},
): Promise<Series> {
  const { before, after, now } = versions;
  const plan = await foreseeChange(tx, versions);
  const written = Object.assign(new Series(), after, { version: before.version + 1, changedAt: now });
  await tx.manager.update(Series, { id: before.id }, written);
  await writeSeriesChange(tx, written, plan, { actor, now, note });
  await fillSeries(tx, written, now);
  await auditSeries(tx, written, {
    action,
    actor,
    now,
    before: { ...loggedSeries(inputOf(before)), state: before.state },
    after: {
      ...loggedSeries(inputOf(written)),
      state: written.state,
      dates: plan.changes.flatMap(effectOf).length,
    },
  });
  return written;
}

async function patched(
  reader: Reader,
  before: Series,
  { patch, fromId, now }: { patch: SeriesPatch; fromId: Id | undefined; now: Temporal.Instant },
): Promise<{ versions: SeriesVersions; input: SeriesInput }> {
  if (before.state === 'ended') throw new DomainError('series.not-active', { state: before.state });
  const from = fromId === undefined ? null : await getSeriesDate(reader, before.id, fromId);
  const input = applyPatch(before, patch);
  const after = Object.assign(new Series(), before, columnsOf(ruledFrom(input, from)));
  return { versions: { before, after, from, now }, input };
}

function ruledFrom(input: SeriesInput, from: SeriesDate | null): SeriesInput {
  return from === null ? input : { ...input, rule: ruleFrom(input.rule, from.originalLocal) };
}
