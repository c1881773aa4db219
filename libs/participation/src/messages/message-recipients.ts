import type { MessageRecipients } from '#contracts';
import { sha256 } from '#kernel';
import type { Reader } from '#database';
import type { Id, Language } from '#kernel';
import { JOIN_USABLE_ADDRESS } from '../mail/usable-address.sql.js';
import { JOIN_REPRESENTED_CLUSTER } from '../reading/represented.sql.js';

/** Somebody a message is meant for. */
export interface MessageRecipient {
  readonly invitationId: Id;
  readonly personId: Id;
  readonly language: Language;
  /** Null: there is none that mail reaches. */
  readonly address: string | null;
}

const STANDING = `
  CASE WHEN registration.state IS NULL THEN 'silent'
       WHEN registration.state IN ('waitlisted', 'offered', 'awaiting_approval') THEN 'waiting'
       WHEN registration.state = 'tentative' THEN 'maybe'
       WHEN registration.state IN ('declined', 'cancelled') THEN 'declined'
       ELSE registration.state END`;

/** Whom a message is meant for as things stand, in the order of invitations; one query. */
export async function findMessageRecipients(
  reader: Reader,
  meetingId: Id,
  { standings, clusterIds, invitationIds }: MessageRecipients,
): Promise<readonly MessageRecipient[]> {
  return reader.manager.query(
    `SELECT invitation.id AS "invitationId", person.id AS "personId", person.language, usable.address
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
       LEFT ${JOIN_USABLE_ADDRESS}
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active'
        AND (invitation.id = ANY($4::uuid[])
             OR (cardinality($2::text[]) + cardinality($3::uuid[]) > 0
                 AND (cardinality($2::text[]) = 0 OR ${STANDING} = ANY($2))
                 AND (cardinality($3::uuid[]) = 0 OR EXISTS (
                        SELECT FROM invitation_reason AS reason ${JOIN_REPRESENTED_CLUSTER}
                         WHERE reason.invitation_id = invitation.id AND reason.ended_at IS NULL
                           AND cluster.id = ANY($3)))))
      ORDER BY invitation.id`,
    [meetingId, standings, clusterIds, invitationIds],
  );
}

/** Those among them whom mail reaches. */
export function reachable(people: readonly MessageRecipient[]): readonly MessageRecipient[] {
  return people.filter(({ address }) => address !== null);
}

/** Stands for exactly these people. */
export function recipientsKey(people: readonly MessageRecipient[]): string {
  return sha256(Buffer.from(people.map(({ invitationId }) => invitationId).join(' '))).slice(0, 32);
}
