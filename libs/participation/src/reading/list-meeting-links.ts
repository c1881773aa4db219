import type { Reader } from '#database';
import type { Id, TokenKeys } from '#kernel';
import { invitationPath } from '../mail/invitation-path.js';
import type { InvitationToken } from '../mail/invitation-path.js';

/** The path of each person's latest invitation that holds, by person. One query. */
export async function listMeetingLinks(
  reader: Reader,
  keys: TokenKeys,
  personIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const rows: (InvitationToken & { personId: Id })[] = await reader.manager.query(
    `SELECT DISTINCT ON (invitation.person_id) invitation.person_id AS "personId", invitation.id AS "rowId",
            token_generation AS generation, token_key_id AS "keyId"
       FROM invitation JOIN meeting ON meeting.id = invitation.meeting_id
      WHERE invitation.person_id = ANY($1) AND invitation.state = 'active'
      ORDER BY invitation.person_id, meeting.starts_at DESC`,
    [personIds],
  );
  return new Map(rows.map(({ personId, ...token }) => [personId, invitationPath(keys, token)]));
}
