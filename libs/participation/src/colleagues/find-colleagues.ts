import type { RegistrationState } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';

/** Somebody whom an invitee has registered, by the name they wrote. */
export interface Colleague {
  readonly name: string;
  readonly state: RegistrationState | null;
}

/** Those whom an invitee has registered and who are invited still, in the order of registering. */
export async function findColleagues(reader: Reader, invitationId: Id): Promise<readonly Colleague[]> {
  return reader.manager.query(
    `SELECT coalesce(invitation.named_as, '') AS name, registration.state
       FROM invitation LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.registered_by_id = $1 AND invitation.state = 'active'
      ORDER BY invitation.invited_at, registration.arrival, invitation.id`,
    [invitationId],
  );
}
