import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';
import type { SeatFacts } from '../rules/registration.rules.js';
import { isFull } from '../rules/seats.rules.js';
import type { Represented } from '../seats/party-of.js';
import { readRepresented } from '../seats/read-represented.js';
import { needsRepresented, readSeatFacts } from '../seats/read-seat-facts.js';
import type { IncomingAnswer } from './incoming-answer.js';

/** Everything that answers to one meeting are decided from, read under its lock. */
export interface Desk {
  readonly meeting: Meeting;
  readonly facts: SeatFacts;
  readonly invitations: ReadonlyMap<Id, Invitation>;
  /** Offers of the meeting that have not been taken back yet. */
  readonly offered: readonly Registration[];
  /** Of those who answer, by person. */
  readonly registrations: ReadonlyMap<Id, Registration>;
  /** By invitation; nobody where it does not matter. */
  readonly represented: (invitationId: Id | null) => Represented;
}

/**
 * Reads the desk for these answers to a meeting whose row the caller has locked; locks the invitations by id (FOR NO KEY
 * UPDATE). Unknown invitations are left out.
 */
export async function openDesk(
  tx: Tx,
  meeting: Meeting,
  batch: readonly Pick<IncomingAnswer, 'invitationId'>[],
  now: Temporal.Instant,
): Promise<Desk> {
  const invitationIds = [...new Set(batch.map((incoming) => incoming.invitationId))];
  const invitations = await lockInvitations(tx, meeting.id, invitationIds);
  const personIds = invitations.map((invitation) => invitation.personId);
  const found = await findRegistrations(tx, meeting.id, personIds);
  const answering = new Set(personIds);
  const registrations = found.filter(({ personId }) => answering.has(personId));
  // Those who have had or waited for a seat may leave it to others; who is new can only join the end of the line.
  const deciding = registrations.some(({ state }) => HAS_ASKED.has(state)) ? 'anybody' : 'newcomers';
  const facts = await readSeatFacts(tx, meeting, now, deciding);
  const isDecided = deciding === 'newcomers' && isFull(facts.limits, facts.held);
  return {
    meeting,
    facts,
    invitations: new Map(invitations.map((invitation) => [invitation.id, invitation])),
    offered: found.filter(({ state }) => state === 'offered'),
    registrations: new Map(registrations.map((registration) => [registration.personId, registration])),
    represented: await readRepresented(
      tx,
      meeting.id,
      needsRepresented(meeting) && !isDecided ? invitationIds : [],
    ),
  };
}

const HAS_ASKED: ReadonlySet<string> = new Set(['confirmed', 'offered', 'waitlisted', 'awaiting_approval']);

async function lockInvitations(tx: Tx, meetingId: Id, ids: readonly Id[]): Promise<readonly Invitation[]> {
  return tx.manager
    .createQueryBuilder(Invitation, 'invitation')
    .setLock('for_no_key_update')
    .where('invitation.meetingId = :meetingId AND invitation.id = ANY(:ids)', { meetingId, ids })
    .orderBy('invitation.id')
    .getMany();
}

/** Those of the people, and whoever is offered a seat. */
async function findRegistrations(
  tx: Tx,
  meetingId: Id,
  personIds: readonly Id[],
): Promise<readonly Registration[]> {
  return tx.manager
    .createQueryBuilder(Registration, 'registration')
    .where('registration.meetingId = :meetingId', { meetingId })
    .andWhere('(registration.personId = ANY(:personIds) OR registration.offeredUntil IS NOT NULL)', {
      personIds,
    })
    .getMany();
}
