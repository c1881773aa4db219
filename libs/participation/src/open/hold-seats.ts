import type { Reader, Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { decideRegistration } from '../rules/registration.rules.js';
import { NOBODY_REPRESENTED, partyOf } from '../seats/party-of.js';
import { readSeatFacts } from '../seats/read-seat-facts.js';
import type { OpenRegistration } from '../tables/open-registration.entity.js';

export interface AskedParty {
  readonly seats: number;
  readonly contingentId: Id | null;
}

/** What somebody who comes for nobody would get now: a seat, a place in line, or the host's decision. */
export async function foreseeSeats(
  reader: Reader,
  meeting: Meeting,
  asked: AskedParty,
  now: Temporal.Instant,
): Promise<'seat' | 'line' | 'approval'> {
  if (meeting.seating.approval) return 'approval';
  const facts = await readSeatFacts(reader, meeting, now, 'newcomers');
  const party = partyOf(meeting, NOBODY_REPRESENTED, asked);
  const nobody = {
    registrationId: newId(),
    state: null,
    party,
    arrival: null,
    group: null,
    isRefused: false,
  };
  const step = decideRegistration(facts, nobody, { answer: 'yes', party, isApproved: false });
  return 'decision' in step && step.decision.state === 'confirmed' ? 'seat' : 'line';
}

export interface Holder {
  readonly invitationId: Id;
  readonly personId: Id;
}

/**
 * Turns the seats that an unconfirmed registration holds into an offer to whom it turned out to be, which their yes then
 * takes, past those who wait. The meeting's row is locked; who has a registration already keeps it as it is.
 */
export async function handOverHold(
  tx: Tx,
  meeting: Meeting,
  held: Pick<OpenRegistration, 'companions' | 'contingentId' | 'expiresAt'>,
  { invitationId, personId, now }: Holder & { readonly now: Temporal.Instant },
): Promise<void> {
  const arrival = meeting.lastArrival + 1;
  const { companions, contingentId, expiresAt } = held;
  const written: unknown[] = await tx.manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, companions, contingent_id,
                               offered_until, arrival, decided_at)
     VALUES ($1, $2, $3, $4, 'offered', $5, $6, $7, $8, $9, $10)
     ON CONFLICT ON CONSTRAINT uq_registration_meeting_person DO NOTHING RETURNING id`,
    [
      newId(),
      meeting.id,
      personId,
      invitationId,
      companions.length + 1,
      companions,
      contingentId,
      expiresAt,
      arrival,
      now,
    ],
  );
  if (written.length === 0) return;
  await tx.manager.query('UPDATE meeting SET last_arrival = $2 WHERE id = $1', [meeting.id, arrival]);
  meeting.lastArrival = arrival;
}
