import type { AuthorizedScope } from '#access';
import type { SqlPart } from '#database';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Bounds the query to meetings (alias `meeting`) that the scope reaches by owner, by a host, or one by one. */
export function whereMeetingReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  return query.andWhere(reached('meeting.institutionId'), parametersOf(scope));
}

/** SQL for the ids of the meetings that the scope reaches; null: all, and what belongs to none. */
export function reachedMeetings(scope: AuthorizedScope): SqlPart | null {
  if (scope.everywhere) return null;
  const sql = `SELECT meeting.id FROM meeting WHERE ${reached('meeting.institution_id')}`;
  return { sql, parameters: parametersOf(scope) };
}

/**
 * SQL for the ids of all meetings that the scope may reach, by indexes alone, drafts of others and doubles among them;
 * null: all. To lead a query that is bounded by `whereMeetingReached` as well.
 */
export function meetingsAbout(scope: AuthorizedScope): SqlPart | null {
  if (scope.everywhere) return null;
  const either = '(CAST(:reached AS uuid[]) || CAST(:publishedOf AS uuid[]))';
  const sql = `SELECT unnest(CAST(:reachedMeetings AS uuid[])) AS id
     UNION ALL SELECT own.id FROM meeting AS own WHERE own.institution_id = ANY(${either})
     UNION ALL SELECT hosted.meeting_id FROM meeting_host AS hosted WHERE hosted.institution_id = ANY(${either})`;
  return { sql, parameters: parametersOf(scope) };
}

function reached(institution: string): string {
  const belongsTo = (ids: string) =>
    `(${institution} = ANY(${ids})
      OR EXISTS (SELECT FROM meeting_host WHERE meeting_id = meeting.id AND institution_id = ANY(${ids})))`;
  return `(meeting.id = ANY(:reachedMeetings) OR ${belongsTo(':reached')}
    OR (meeting.state <> 'draft' AND meeting.visibility IN ('public', 'members') AND ${belongsTo(':publishedOf')}))`;
}

function parametersOf({ institutionIds, publishedOf, meetingIds }: AuthorizedScope) {
  return { reached: institutionIds, publishedOf, reachedMeetings: meetingIds };
}
