import type { Reader } from '#database';
import { instantOf } from '#calendar';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findLinks, inputOf, Meeting } from '#meetings';
import { isHostByHand } from '../rotation/give-hosts.js';
import { SeriesHost } from '../rotation/series-host.entity.js';
import { getSeriesDate } from '../tables/find-series.js';
import type { SwapDate } from './swap.rules.js';

/** A date that is to be swapped, with its meeting's day. */
export interface SwapFacts extends SwapDate {
  readonly meetingId: Id | null;
  readonly startsAt: Temporal.Instant | null;
  readonly startsLocal: Temporal.PlainDateTime;
}

/** What decides whether a date can be swapped. Throws `series.date-not-found`. A handful of queries. */
export async function findSwapFacts(
  reader: Reader,
  { seriesId, dateId, swapId }: { seriesId: Id; dateId: Id; swapId: Id | null },
  now: Temporal.Instant,
): Promise<SwapFacts> {
  const date = await getSeriesDate(reader, seriesId, dateId);
  const { hostId, meetingId, generated } = date;
  const meeting = meetingId === null ? null : await reader.manager.findOneBy(Meeting, { id: meetingId });
  const links = await findLinks(reader, meetingId === null ? [] : [meetingId]);
  const host =
    hostId === null ? null : await reader.manager.findOneBy(SeriesHost, { seriesId, institutionId: hostId });
  const current = meeting && inputOf(meeting, links(meeting.id));
  const startsLocal =
    current === null ? date.originalLocal : Temporal.PlainDateTime.from(current.startsLocal);
  const startsAt = current && instantOf(startsLocal, current.zone);
  return {
    dateId,
    hostId,
    meetingId,
    startsAt,
    startsLocal,
    hasLeft: host !== null && host.leftAt !== null,
    isPast: startsAt !== null && Temporal.Instant.compare(startsAt, now) <= 0,
    isCancelled: meeting?.state !== 'published',
    isByHand: generated !== null && current !== null && isHostByHand({ generated, current }),
    isInSwap: await isInSwap(reader, dateId, swapId),
  };
}

/** In another swap than this one. */
async function isInSwap(reader: Reader, dateId: Id, swapId: Id | null): Promise<boolean> {
  const rows: readonly unknown[] = await reader.manager.query(
    `SELECT FROM host_swap WHERE state = 'open' AND $1 IN (first_date_id, second_date_id)
        AND id IS DISTINCT FROM $2`,
    [dateId, swapId],
  );
  return rows.length > 0;
}
