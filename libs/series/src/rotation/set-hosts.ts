import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { SeriesHostsInput } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { Series } from '../tables/series.entity.js';
import { withdrawSwaps } from '../swaps/settle-swap.js';
import { findDateTurns } from '../turns/turn-facts.js';
import type { DateTurn } from '../turns/turn-facts.js';
import { scheduleTurns } from '../turns/turns-due.js';
import { auditSeries } from '../writing/audit-series.js';
import { unknownReference } from '../writing/create-series.js';
import { lockForChange } from '../writing/run-series.js';
import type { SeriesCommand } from '../writing/run-series.js';
import { giveHosts } from './give-hosts.js';
import type { HostMove } from './give-hosts.js';
import { Rotation } from './rotation.js';
import { SeriesHost } from './series-host.entity.js';

export interface HostsCommand extends SeriesCommand {
  readonly input: SeriesHostsInput;
}

/** Says who takes turns in hosting a series. */
@Injectable()
export class SetHosts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the whole list, under the series' lock. Who is not named any more has left: the turns it was asked for or had
   * confirmed go to others. Coming dates for which nobody was asked yet are proposed anew. Throws `version.stale` or
   * `meeting.unknown-institution`.
   */
  async set(actor: Actor, { input, ...command }: HostsCommand): Promise<Series> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const now = this.clock.now();
        const before = await lockForChange(tx, actor, command);
        const { askHostLeadDays, confirmHostDays, remindHostDays } = input;
        const days = { askHostLeadDays, confirmHostDays, remindHostDays };
        const written = { ...days, version: before.version + 1, changedAt: now };
        const series = Object.assign(new Series(), before, written);
        await tx.manager.update(Series, { id: series.id }, written);
        const left = await writeHosts(tx, series.id, input.hosts, now);
        await withdrawTurns(tx, series, { left, now });
        await proposeAnew(tx, series, { actor, now });
        await scheduleTurns(tx, series, now);
        await auditSeries(tx, series, { action: 'set-hosts', actor, now, after: { ...input } });
        return series;
      });
    } catch (error) {
      throw unknownReference(error);
    }
  }
}

/** The list as it is to be; gives who has left by it. */
async function writeHosts(
  tx: Tx,
  seriesId: Id,
  hosts: SeriesHostsInput['hosts'],
  now: Temporal.Instant,
): Promise<readonly Id[]> {
  const rows = hosts.map(({ awayMonths, ...host }, position) => ({
    ...host,
    awayMonths: [...new Set(awayMonths)].toSorted((one, other) => one - other),
    seriesId,
    position,
    leftAt: null,
  }));
  if (rows.length > 0) await tx.manager.upsert(SeriesHost, rows, ['seriesId', 'institutionId']);
  const [left]: [readonly { institutionId: Id }[]] = await tx.manager.query(
    `UPDATE series_host SET left_at = $3 WHERE series_id = $1 AND left_at IS NULL AND institution_id <> ALL($2)
      RETURNING institution_id AS "institutionId"`,
    [seriesId, rows.map(({ institutionId }) => institutionId), now],
  );
  return left.map(({ institutionId }) => institutionId);
}

/** Coming dates of hosts that left are nobody's by now. */
async function withdrawTurns(
  tx: Tx,
  { id }: Series,
  { left, now }: { left: readonly Id[]; now: Temporal.Instant },
): Promise<void> {
  const turns = (await findDateTurns(tx, id, { now })).filter(({ hostId }) => left.includes(hostId ?? ''));
  await tx.manager.query(`UPDATE host_turn SET state = 'withdrawn' WHERE id = ANY($1)`, [
    turns.flatMap(({ open }) => open?.id ?? []),
  ]);
  await withdrawSwaps(
    tx,
    turns.map(({ dateId }) => dateId),
    now,
  );
}

/** One date after another, as if the series had just been started; what was asked or confirmed stays. */
async function proposeAnew(
  tx: Tx,
  series: Series,
  writing: { readonly actor: Actor; readonly now: Temporal.Instant },
): Promise<void> {
  const turns = await findDateTurns(tx, series.id, { now: writing.now });
  const open = turns.filter(isProposed);
  const rotation = await Rotation.of(tx, series, { without: open.map(({ dateId }) => dateId) });
  const moves = open
    .toSorted((one, other) => one.startsLocal.until(other.startsLocal).sign * -1)
    .map((turn): HostMove & { former: Id | null } => ({
      dateId: turn.dateId,
      hostId: rotation.propose(turn.startsLocal, turn.declined),
      former: turn.hostId,
    }))
    .filter(({ hostId, former }) => hostId !== former);
  await withdrawSwaps(
    tx,
    moves.map(({ dateId }) => dateId),
    writing.now,
  );
  await giveHosts(tx, series, moves, writing);
}

function isProposed({ open, isByHand }: DateTurn): boolean {
  return open === null && !isByHand;
}
