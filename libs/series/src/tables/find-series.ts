import type { AuthorizedScope } from '#access';
import type { Reader, Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { SeriesDate } from './series-date.entity.js';
import { Series } from './series.entity.js';

/**
 * Locks the series' row until the end of the transaction (FOR NO KEY UPDATE) and returns it: the lock under which dates
 * are made, changed and given hosts. It comes before every meeting's. Throws `series.not-found`.
 */
export async function lockSeries(tx: Tx, id: Id): Promise<Series> {
  const series = await tx.manager
    .createQueryBuilder(Series, 'series')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (series === null) throw new DomainError('series.not-found');
  return series;
}

/** The series, or `series.not-found`, also for one the scope does not reach. */
export async function getSeries(reader: Reader, scope: AuthorizedScope, id: Id): Promise<Series> {
  const query = reader.manager.createQueryBuilder(Series, 'series').where({ id });
  const series = await whereSeriesReached(query, scope).getOne();
  if (series === null) throw new DomainError('series.not-found');
  return series;
}

/** The series that a meeting is a date of; null: of none. One query. */
export async function findSeriesOf(
  reader: Reader,
  meetingId: Id,
): Promise<Pick<Series, 'id' | 'name' | 'slug'> | null> {
  return reader.manager
    .createQueryBuilder(Series, 'series')
    .select(['series.id', 'series.name', 'series.slug'])
    .innerJoin(SeriesDate, 'date', 'date.seriesId = series.id AND date.meetingId = :meetingId', { meetingId })
    .getOne();
}

/** The date of this series, or `series.date-not-found`. */
export async function getSeriesDate(reader: Reader, seriesId: Id, dateId: Id): Promise<SeriesDate> {
  const date = await reader.manager.findOneBy(SeriesDate, { id: dateId, seriesId });
  if (date === null) throw new DomainError('series.date-not-found');
  return date;
}

/**
 * Bounds the query to series (alias `series`) that the scope reaches: by the institution that keeps them, by one that
 * hosts a date, or, once started, by what their institution has published to its members.
 */
export function whereSeriesReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  return query.andWhere(
    `(${isKeptOrHosted(':reached')}
      OR (series.state <> 'draft' AND series.template ->> 'visibility' IN ('public', 'members')
          AND series.institution_id = ANY(:publishedOf)))`,
    { reached: scope.institutionIds, publishedOf: scope.publishedOf },
  );
}

/**
 * SQL: a date's meeting (alias `meeting`) is for whom reaches its series (alias `series`): any where one of these
 * institutions keeps the series or hosts one of its dates, else what is published to members. A single date may be for
 * fewer than its series. Holds for a date without a meeting.
 */
export function isDateReached(reached: string): string {
  return `(${isKeptOrHosted(reached)} OR meeting.id IS NULL
    OR (meeting.state <> 'draft' AND meeting.visibility IN ('public', 'members')))`;
}

function isKeptOrHosted(reached: string): string {
  return `(series.institution_id = ANY(${reached})
    OR EXISTS (SELECT FROM series_date AS hosted
                WHERE hosted.series_id = series.id AND hosted.host_id = ANY(${reached})))`;
}
