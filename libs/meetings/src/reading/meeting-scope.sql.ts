import type { AuthorizedScope } from '#access';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Bounds the query to meetings (alias `meeting`) that the scope reaches by owner, by a host, or one by one. */
export function whereMeetingReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  return query.andWhere(
    `(meeting.institutionId = ANY(:reached) OR meeting.id = ANY(:reachedMeetings)
      OR EXISTS (SELECT FROM meeting_host WHERE meeting_id = meeting.id AND institution_id = ANY(:reached)))`,
    { reached: scope.institutionIds, reachedMeetings: scope.meetingIds },
  );
}
