import type { Reader } from '#database';
import type { Temporal } from '#kernel';
import { listShownMeetings } from '#meetings';
import type { Meeting } from '#meetings';
import { Series } from '../tables/series.entity.js';

/** The series behind a public address: started, and public or unlisted; null otherwise. */
export async function findOpenSeries(reader: Reader, slug: string): Promise<Series | null> {
  return reader.manager
    .createQueryBuilder(Series, 'series')
    .where('series.slug = :slug', { slug })
    .andWhere(`series.state <> 'draft' AND series.template ->> 'visibility' IN ('public', 'unlisted')`)
    .getOne();
}

/** The meetings of a series that everybody may see, by day; cancelled ones stay until their day has passed. Two queries. */
export async function listSeriesMeetings(
  reader: Reader,
  { id }: Pick<Series, 'id'>,
  bounds: { now: Temporal.Instant; since: Temporal.Instant },
): Promise<readonly Meeting[]> {
  const dates: { meetingId: string }[] = await reader.manager.query(
    'SELECT meeting_id AS "meetingId" FROM series_date WHERE series_id = $1 AND meeting_id IS NOT NULL',
    [id],
  );
  return listShownMeetings(
    reader,
    dates.map(({ meetingId }) => meetingId),
    bounds,
  );
}
