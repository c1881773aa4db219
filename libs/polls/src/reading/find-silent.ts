import type { Reader } from '#database';
import type { Id } from '#kernel';

/** Those who can be written to and have not voted. One query. */
export async function findSilent(
  reader: Reader,
  pollId: Id,
): Promise<readonly { readonly id: Id; readonly personId: Id }[]> {
  return reader.manager.query(
    `SELECT participant.id, participant.person_id AS "personId" FROM poll_participant AS participant
      WHERE participant.poll_id = $1 AND participant.answered_at IS NULL
        AND EXISTS (SELECT FROM person_address WHERE person_id = participant.person_id AND state = 'ok')
      ORDER BY participant.id`,
    [pollId],
  );
}
