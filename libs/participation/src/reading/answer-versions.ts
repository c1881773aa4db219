import type { Reader } from '#database';
import type { Id } from '#kernel';

/**
 * What stands for the state of each meeting's invitations and registrations: another one, and something has changed.
 * One query; a meeting without invitations has none.
 */
export async function readAnswerVersions(
  reader: Reader,
  meetingIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  if (meetingIds.length === 0) return new Map();
  // Whatever is decided raises a counter or is the latest: nothing changes without one of these.
  const rows: { id: Id; version: string }[] = await reader.manager.query(
    `SELECT invitation.meeting_id AS id,
            md5(concat_ws('|', count(*), count(*) FILTER (WHERE invitation.state = 'active'), sum(sequence),
                          count(*) FILTER (WHERE reserved_seat), count(*) FILTER (WHERE to_confirm_again),
                          max(answered_at), max(invited_at), sum(decisions), max(decided_at))) AS version
       FROM invitation LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.meeting_id = ANY($1)
      GROUP BY invitation.meeting_id`,
    [meetingIds],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
