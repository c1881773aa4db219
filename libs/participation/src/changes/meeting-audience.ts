import type { RegistrationState } from '#contracts';
import type { Reader, Tx } from '#database';
import type { Id, Language } from '#kernel';

/** An invited person as a change of the meeting finds them. */
export interface Reached {
  readonly invitationId: Id;
  readonly language: Language;
  readonly hasAddress: boolean;
  /** Null: has not answered. */
  readonly state: RegistrationState | null;
}

/** Everybody who is invited to the meeting and not withdrawn; a colleague who comes instead stands for whom they come. */
export async function findReached(reader: Reader, meetingId: Id): Promise<readonly Reached[]> {
  return reader.manager.query(
    `SELECT invitation.id AS "invitationId", person.language, registration.state,
            EXISTS (SELECT FROM person_address WHERE person_id = person.id AND state = 'ok') AS "hasAddress"
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active'
        AND invitation.answer IS DISTINCT FROM 'substitute'
      ORDER BY invitation.id`,
    [meetingId],
  );
}

/** Who gets a mail about a change: those who declined only when they are asked afresh. */
export function toldOf(reached: readonly Reached[], asksAgain: boolean): readonly Reached[] {
  return reached.filter(({ state }) => asksAgain || !hasLeft(state));
}

/** Whether the person has said no, and so has no entry in the calendar. */
export function hasLeft(state: RegistrationState | null): boolean {
  return state === 'declined' || state === 'cancelled';
}

/** Raises the SEQUENCE of these invitations; every revision does (RFC 5546, 2.1.4). */
export async function raiseSequences(tx: Tx, invitationIds: readonly Id[]): Promise<void> {
  await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [invitationIds]);
}
