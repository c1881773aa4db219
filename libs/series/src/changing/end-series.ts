import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { DateRuleDto } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { SeriesHost } from '../rotation/series-host.entity.js';
import { getSeries } from '../tables/find-series.js';
import { Series } from '../tables/series.entity.js';
import { insertSeries } from '../writing/create-series.js';
import { lockForChange } from '../writing/run-series.js';
import type { SeriesCommand } from '../writing/run-series.js';
import { inputOf } from '../writing/series-values.js';
import { stateAfter } from '../writing/series-states.js';
import { foreseen, writeVersions } from './change-series.js';
import type { ForeseenChange } from './change-series.js';
import { goesOn } from './goes-on.js';

export interface EndCommand extends SeriesCommand {
  /** The first day without dates. */
  readonly from: Temporal.PlainDate;
  readonly note: string | null;
}

/** Ends a series, lets it go on for another year, and starts another one like it. */
@Injectable()
export class EndSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Which meetings an end would cancel and who would get a mail; changes nothing. */
  async preview(
    actor: Actor,
    { seriesId, from }: Pick<EndCommand, 'seriesId' | 'from'>,
  ): Promise<ForeseenChange> {
    const { reader } = this.unitOfWork;
    const before = await getSeries(reader, scopeOf(actor, 'meeting.change'), seriesId);
    // The host of one date reaches the series as well.
    assertMay(actor, 'meeting.change', { institutionIds: [before.institutionId] });
    const now = this.clock.now();
    return foreseen(reader, { before, after: ended(before, from), from: null, now });
  }

  /** Ends it: meetings from that day on are cancelled, but those touched by hand. Throws `version.stale` or `series.not-active`. */
  async end(actor: Actor, { from, note, ...command }: EndCommand): Promise<Series> {
    return this.unitOfWork.run(async (tx) => {
      const before = await lockForChange(tx, actor, command);
      const versions = { before, after: ended(before, from), from: null, now: this.clock.now() };
      return writeVersions(tx, actor, versions, { action: 'end', note });
    });
  }

  /**
   * Lets a series that ends, or has ended, go on for another year after its last date. Throws `version.stale`,
   * `series.not-started`, or `series.goes-on-anyway` for a rule without an end.
   */
  async goOn(actor: Actor, command: SeriesCommand): Promise<Series> {
    return this.unitOfWork.run(async (tx) => {
      const before = await lockForChange(tx, actor, command);
      const state = stateAfter(before.state, 'continue');
      const rule = goesOn(before.rule);
      const after = Object.assign(new Series(), before, { state, rule, endsOn: null });
      return writeVersions(
        tx,
        actor,
        { before, after, from: null, now: this.clock.now() },
        { action: 'continue' },
      );
    });
  }

  /** A draft with the same rule, template, audience and hosts. */
  async duplicate(actor: Actor, seriesId: Id): Promise<Series> {
    return this.unitOfWork.run(async (tx) => {
      const model = await getSeries(tx, scopeOf(actor, 'meeting.read'), seriesId);
      assertMay(actor, 'meeting.create', { institutionIds: [model.institutionId] });
      const { askHostLeadDays, confirmHostDays, remindHostDays } = model;
      const hostDays = { askHostLeadDays, confirmHostDays, remindHostDays };
      const now = this.clock.now();
      const series = await insertSeries(tx, actor, { input: inputOf(model), hostDays, now });
      const hosts = await tx.manager.findBy(SeriesHost, { seriesId, leftAt: IsNull() });
      await insertRows(
        tx,
        SeriesHost,
        hosts.map((host) => ({ ...host, seriesId: series.id })),
      );
      return series;
    });
  }
}

function ended(before: Series, from: Temporal.PlainDate): Series {
  const state = stateAfter(before.state, 'end');
  return Object.assign(new Series(), before, { state, endsOn: from, rule: endedRule(before.rule, from) });
}

/** The rule up to the day: what is said about it in words ends as well. */
function endedRule(rule: DateRuleDto, from: Temporal.PlainDate): DateRuleDto {
  const day = from.toString();
  if (rule.kind === 'picked') {
    const dates = rule.dates.filter((date) => date < day);
    return dates.length === 0 ? rule : { ...rule, dates };
  }
  const lastDay = from.subtract({ days: 1 }).toString().replaceAll('-', '');
  const parts = rule.rrule.split(';').filter((part) => !/^(UNTIL|COUNT)=/i.test(part));
  return { ...rule, rrule: [...parts, `UNTIL=${lastDay}T235959`].join(';') };
}
