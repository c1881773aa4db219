import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findLinks, inputOf, Meeting } from '#meetings';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { StandingDate } from './plan-change.js';

interface Since {
  readonly now: Temporal.Instant;
  /** Only from this date on. */
  readonly from?: Temporal.PlainDateTime | undefined;
}

/**
 * The dates of a series that have a meeting which has not begun and is not cancelled, by their original day, with the
 * meetings as they are. Four queries.
 */
export async function findStandingDates(
  reader: Reader,
  seriesId: Id,
  { now, from }: Since,
): Promise<readonly StandingDate[]> {
  const dates = await reader.manager
    .createQueryBuilder(SeriesDate, 'date')
    .innerJoin(Meeting, 'meeting', 'meeting.id = date.meetingId')
    .where(`date.seriesId = :seriesId AND meeting.state <> 'cancelled' AND meeting.startsAt > :now`, {
      seriesId,
      now,
    })
    .andWhere('date.originalLocal >= :from', {
      from: from ?? Temporal.PlainDateTime.from('0001-01-01T00:00'),
    })
    .orderBy('date.originalLocal')
    .getMany();
  const ids = dates.flatMap(({ meetingId }) => meetingId ?? []);
  const meetings = await reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where('meeting.id = ANY(:ids)', { ids })
    .getMany();
  const links = await findLinks(reader, ids);
  const inputs = new Map(meetings.map((meeting) => [meeting.id, inputOf(meeting, links(meeting.id))]));
  return dates.flatMap(({ meetingId, generated, ...date }) => {
    const current = inputs.get(meetingId ?? '');
    return meetingId === null || generated === null || current === undefined
      ? []
      : [{ ...date, meetingId, generated, current }];
  });
}
