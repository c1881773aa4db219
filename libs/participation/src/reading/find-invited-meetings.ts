import type { Reader } from '#database';
import type { Id } from '#kernel';

/** Which of the meetings each of the people is invited to, by person. One query. */
export async function findInvitedMeetings(
  reader: Reader,
  { personIds, meetingIds }: { personIds: readonly Id[]; meetingIds: readonly Id[] },
): Promise<ReadonlyMap<Id, ReadonlySet<Id>>> {
  const rows: { personId: Id; meetingIds: Id[] }[] = await reader.manager.query(
    `SELECT person_id AS "personId", array_agg(meeting_id) AS "meetingIds" FROM invitation
      WHERE person_id = ANY($1) AND meeting_id = ANY($2) AND state = 'active'
      GROUP BY person_id`,
    [personIds, meetingIds],
  );
  return new Map(rows.map((row) => [row.personId, new Set(row.meetingIds)]));
}
