import type { RegistrationState } from '#contracts';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import type { SeatFacts, WaitingParty } from '../rules/registration.rules.js';

/** Everything that answers to one meeting are decided from, read under its lock. */
export interface Desk {
  readonly meeting: Meeting;
  readonly facts: SeatFacts;
  readonly invitations: ReadonlyMap<Id, Invitation>;
  /** By person. */
  readonly registrations: ReadonlyMap<Id, Registration>;
}

interface Line extends WaitingParty {
  readonly state: RegistrationState;
}

/**
 * Reads the desk for these invitations of a meeting whose row the caller has locked; locks the invitations by id (FOR
 * NO KEY UPDATE). Unknown invitations are left out.
 */
export async function openDesk(tx: Tx, meeting: Meeting, invitationIds: readonly Id[]): Promise<Desk> {
  const invitations = await lockInvitations(tx, meeting.id, invitationIds);
  const registrations = await registrationsOf(
    tx,
    meeting.id,
    invitations.map((invitation) => invitation.personId),
  );
  return {
    meeting,
    facts: await readSeatFacts(tx, meeting),
    invitations: new Map(invitations.map((invitation) => [invitation.id, invitation])),
    registrations: new Map(registrations.map((registration) => [registration.personId, registration])),
  };
}

/** The seats of a meeting whose row the caller has locked. */
export async function readSeatFacts(tx: Tx, meeting: Meeting): Promise<SeatFacts> {
  const { capacity, lastArrival } = meeting;
  const [{ held }]: [{ held: number }] = await tx.manager.query(
    `SELECT coalesce(sum(seats), 0)::int AS held FROM registration
      WHERE meeting_id = $1 AND state IN ('confirmed', 'offered')`,
    [meeting.id],
  );
  const waiting: Line[] = await tx.manager.query(
    `SELECT id AS "registrationId", seats FROM registration
      WHERE meeting_id = $1 AND state = 'waitlisted' ORDER BY arrival`,
    [meeting.id],
  );
  return { capacity, held, waiting, lastArrival };
}

async function lockInvitations(tx: Tx, meetingId: Id, ids: readonly Id[]): Promise<readonly Invitation[]> {
  return tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .setLock('for_no_key_update')
    .where('invitation.meetingId = :meetingId AND invitation.id = ANY(:ids)', { meetingId, ids })
    .orderBy('invitation.id')
    .getMany();
}

async function registrationsOf(
  tx: Tx,
  meetingId: Id,
  personIds: readonly Id[],
): Promise<readonly Registration[]> {
  return tx.manager
    .createQueryBuilder(Registration, 'registration')
    .where('registration.meetingId = :meetingId AND registration.personId = ANY(:personIds)', {
      meetingId,
      personIds,
    })
    .getMany();
}
