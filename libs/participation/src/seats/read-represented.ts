import type { Reader } from '#database';
import type { Id } from '#kernel';
import { JOIN_REPRESENTED } from '../reading/represented.sql.js';
import { NOBODY_REPRESENTED } from './party-of.js';
import type { Represented } from './party-of.js';

/** SQL: whether a seat is kept for an invitation (alias `invitation`) to the meeting $1. */
export const HAS_RESERVED_SEAT = `
  (invitation.reserved_seat OR EXISTS (
     SELECT FROM invitation_reason AS reason ${JOIN_REPRESENTED}
       JOIN meeting_host ON meeting_host.meeting_id = $1 AND meeting_host.institution_id = represented.id
      WHERE reason.invitation_id = invitation.id AND reason.ended_at IS NULL AND reason.office_id IS NOT NULL))`;

/** For whom the invited come who are named, one query. */
export async function readRepresented(
  reader: Reader,
  meetingId: Id,
  invitationIds: readonly Id[],
): Promise<(invitationId: Id | null) => Represented> {
  if (invitationIds.length === 0) return () => NOBODY_REPRESENTED;
  const rows: (Represented & { id: Id })[] = await reader.manager.query(
    `SELECT invitation.id, ${HAS_RESERVED_SEAT} AS "isReserved", stands.clusters, stands.organisations
       FROM invitation CROSS JOIN LATERAL (
              SELECT coalesce(array_agg(DISTINCT represented.id) FILTER (WHERE represented.kind = 'cluster'), '{}')
                       AS clusters,
                     coalesce(array_agg(DISTINCT represented.id) FILTER (WHERE represented.kind = 'organisation'), '{}')
                       AS organisations
                FROM invitation_reason AS reason ${JOIN_REPRESENTED}
               WHERE reason.invitation_id = invitation.id AND reason.ended_at IS NULL) AS stands
      WHERE invitation.id = ANY($2)`,
    [meetingId, invitationIds],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => byId.get(id ?? ('' as Id)) ?? NOBODY_REPRESENTED;
}
