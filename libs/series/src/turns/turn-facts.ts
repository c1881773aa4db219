import { instantOf } from '#calendar';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findStandingDates } from '../changing/standing-dates.js';
import { isHostByHand } from '../rotation/give-hosts.js';
import { HostTurn } from './host-turn.entity.js';
import type { OpenTurn, TurnFacts } from './turn.rules.js';

/** A coming date of a series that takes place, with its turn. */
export interface DateTurn extends TurnFacts {
  readonly dateId: Id;
  readonly meetingId: Id;
  readonly startsAt: Temporal.Instant;
  /** Hosts that said no to it or nothing. */
  readonly declined: readonly Id[];
  /** Somebody named its hosts by hand: it takes no turns. */
  readonly isByHand: boolean;
}

/** The coming dates of a series, or one of them, with their turns; a fixed number of queries. */
export async function findDateTurns(
  reader: Reader,
  seriesId: Id,
  { now, dateId }: { now: Temporal.Instant; dateId?: Id | undefined },
): Promise<readonly DateTurn[]> {
  const dates = (await findStandingDates(reader, seriesId, { now })).filter(
    ({ id }) => dateId === undefined || id === dateId,
  );
  const turns = await reader.manager
    .createQueryBuilder(HostTurn, 'turn')
    .where(`turn.dateId = ANY(:ids) AND turn.state <> 'withdrawn'`, { ids: dates.map(({ id }) => id) })
    .orderBy('turn.askedAt')
    .addOrderBy('turn.id')
    .getMany();
  const byDate = Map.groupBy(turns, (turn) => turn.dateId);
  return dates.map((date) => {
    const own = byDate.get(date.id) ?? [];
    return {
      dateId: date.id,
      meetingId: date.meetingId,
      hostId: date.hostId,
      startsLocal: Temporal.PlainDateTime.from(date.current.startsLocal),
      startsAt: instantOf(Temporal.PlainDateTime.from(date.current.startsLocal), date.current.zone),
      open: own.find(isOpen) ?? null,
      declined: own.filter((turn) => !isOpen(turn)).map(({ institutionId }) => institutionId),
      isByHand: isHostByHand(date),
    };
  });
}

function isOpen(turn: HostTurn): turn is HostTurn & OpenTurn {
  return turn.state === 'asked' || turn.state === 'confirmed';
}
