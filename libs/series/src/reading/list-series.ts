import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { isDateReached, whereSeriesReached } from '../tables/find-series.js';
import { Series } from '../tables/series.entity.js';

/** What the dates of a series come to. */
export interface DateCounts {
  /** The next date that has a meeting. */
  readonly next: { readonly meetingId: Id; readonly startsLocal: Temporal.PlainDateTime } | null;
  readonly coming: number;
  readonly past: number;
  /** Dates that wait for the host: on a holiday, or for the nod to invite. */
  readonly waiting: number;
}

const byName: Keyset<Series> = {
  list: 'series',
  parts: [{ path: 'series.sortName', kind: 'text', of: ({ sortName }) => sortName }, idPart('series.id')],
};

const NOTHING: DateCounts = { next: null, coming: 0, past: 0, waiting: 0 };

/** A page of the series that the scope reaches, by name. One query. */
export async function listSeries(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<Series>> {
  const query = whereSeriesReached(reader.manager.createQueryBuilder(Series, 'series'), scope);
  return toPage(await selectPage(query, byName, request).getMany(), byName, request);
}

type CountedRow = Omit<DateCounts, 'next'> & {
  readonly id: Id;
  readonly meetingId: Id | null;
  readonly startsLocal: Temporal.PlainDateTime | null;
};

/** What the dates of these series come to, as far as the scope reaches them, in one query. */
export async function countDates(
  reader: Reader,
  scope: AuthorizedScope,
  seriesIds: readonly Id[],
  now: Temporal.Instant,
): Promise<(id: Id) => DateCounts> {
  const shown = `($3 OR ${isDateReached('$4')})`;
  const rows: CountedRow[] = await reader.manager.query(
    `SELECT series.id, next.meeting_id AS "meetingId", next.starts_local AS "startsLocal",
            counted.coming, counted.past, counted.waiting
       FROM series
       LEFT JOIN LATERAL (
         SELECT date.meeting_id, meeting.starts_local
           FROM series_date AS date JOIN meeting ON meeting.id = date.meeting_id
          WHERE date.series_id = series.id AND meeting.state = 'published' AND meeting.ends_at >= $2
            AND ${shown}
          ORDER BY meeting.starts_at LIMIT 1) AS next ON true
       LEFT JOIN LATERAL (
         SELECT count(*) FILTER (WHERE meeting.state = 'published' AND meeting.ends_at >= $2)::int AS coming,
                count(*) FILTER (WHERE meeting.state = 'published' AND meeting.ends_at < $2)::int AS past,
                count(*) FILTER (WHERE date.state = 'asked'
                                    OR (date.due_at IS NOT NULL AND date.invited_at IS NULL
                                        AND meeting.state = 'published' AND meeting.starts_at > $2))::int AS waiting
           FROM series_date AS date LEFT JOIN meeting ON meeting.id = date.meeting_id
          WHERE date.series_id = series.id AND ${shown}) AS counted ON true
      WHERE series.id = ANY($1)`,
    [seriesIds, now, scope.everywhere, scope.institutionIds],
  );
  const counts = new Map(
    rows.map(({ id, meetingId, startsLocal, ...rest }) => [
      id,
      { ...rest, next: meetingId === null || startsLocal === null ? null : { meetingId, startsLocal } },
    ]),
  );
  return (id) => counts.get(id) ?? NOTHING;
}
