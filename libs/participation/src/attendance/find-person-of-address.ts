import type { Reader } from '#database';
import type { Id } from '#kernel';

/**
 * Who walks in, if the mail address says so: somebody who is invited to this meeting, has no seat, and is the only one
 * with that address (offices share theirs). Nobody learns of it at the door.
 */
export async function findPersonOfAddress(
  reader: Reader,
  meetingId: Id,
  address: string | null,
): Promise<Id | null> {
  if (address === null) return null;
  const people: { personId: Id; isFree: boolean }[] = await reader.manager.query(
    `SELECT DISTINCT person_address.person_id AS "personId",
            EXISTS (SELECT FROM invitation WHERE meeting_id = $1 AND person_id = person_address.person_id)
            AND NOT EXISTS (SELECT FROM registration
                             WHERE meeting_id = $1 AND person_id = person_address.person_id AND state = 'confirmed')
            AND NOT EXISTS (SELECT FROM attendance
                             WHERE meeting_id = $1 AND person_id = person_address.person_id) AS "isFree"
       FROM person_address WHERE address_folded = lower($2 COLLATE "C")`,
    [meetingId, address],
  );
  const [only] = people;
  return people.length === 1 && only !== undefined && only.isFree ? only.personId : null;
}
