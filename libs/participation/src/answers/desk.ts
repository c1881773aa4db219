import { together } from '#database';
import type { Tx } from '#database';
import type { Id, Language, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { JOIN_USABLE_ADDRESS } from '../mail/usable-address.sql.js';
import type { Invitation } from '../tables/invitation.entity.js';
import type { Registration } from '../tables/registration.entity.js';
import type { SeatFacts } from '../rules/registration.rules.js';
import { isFull, isLargerThanSome } from '../rules/seats.rules.js';
import type { Represented } from '../seats/party-of.js';
import { readRepresented } from '../seats/read-represented.js';
import { completeSeatFacts, needsRepresented, readShared } from '../seats/read-seat-facts.js';
import type { IncomingAnswer } from './incoming-answer.js';

/** As much of an invitation as deciding its answer takes. */
export type AnsweringInvitation = Pick<
  Invitation,
  'id' | 'personId' | 'state' | 'sequence' | 'answer' | 'answerNote' | 'toConfirmAgain' | 'invitedAt'
>;

/** How the person is written to; no address where none works. */
interface Contact {
  readonly language: Language;
  readonly address: string | null;
}

/** As much of a registration as deciding on it takes. */
export type AskedRegistration = Pick<
  Registration,
  | 'id'
  | 'personId'
  | 'invitationId'
  | 'state'
  | 'companions'
  | 'contingentId'
  | 'groupId'
  | 'offeredUntil'
  | 'cause'
  | 'arrival'
  | 'decisions'
>;

/** Everything that answers to one meeting are decided from, read under its lock. */
export interface Desk {
  readonly meeting: Meeting;
  readonly facts: SeatFacts;
  readonly invitations: ReadonlyMap<Id, AnsweringInvitation & Contact>;
  /** Offers of the meeting that have not been taken back yet. */
  readonly offered: readonly AskedRegistration[];
  /** Of those who answer, by person. */
  readonly registrations: ReadonlyMap<Id, AskedRegistration>;
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
  batch: readonly Pick<IncomingAnswer, 'invitationId' | 'seats'>[],
  now: Temporal.Instant,
): Promise<Desk> {
  const invitationIds = [...new Set(batch.map((incoming) => incoming.invitationId))];
  const [invitations, found, shared] = await together(
    lockInvitations(tx, meeting.id, invitationIds),
    findRegistrations(tx, meeting.id, invitationIds),
    readShared(tx, meeting, now),
  );
  const answering = new Set(invitations.map(({ personId }) => personId));
  const registrations = found.filter(({ personId }) => answering.has(personId));
  // Those who have had or waited for a seat may leave it to others; who is new can only join the end of the line.
  const deciding = registrations.some(({ state }) => HAS_ASKED.has(state)) ? 'anybody' : 'newcomers';
  const facts = await completeSeatFacts(tx, meeting, { now, deciding, shared });
  const isDecided =
    deciding === 'newcomers' &&
    isFull(facts.limits, facts.held) &&
    // For whom a large party comes says whether it may wait at all.
    !isLargerThanSome(facts.limits, largestParty(batch, registrations));
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

/** So many seats at most are asked for by one of them. */
function largestParty(
  batch: readonly Pick<IncomingAnswer, 'seats'>[],
  registrations: readonly AskedRegistration[],
): number {
  const brought = [...batch.map(({ seats }) => seats), ...registrations];
  return 1 + Math.max(0, ...brought.map((one) => one?.companions?.length ?? 0));
}

const HAS_ASKED: ReadonlySet<string> = new Set(['confirmed', 'offered', 'waitlisted', 'awaiting_approval']);

async function lockInvitations(
  tx: Tx,
  meetingId: Id,
  ids: readonly Id[],
): Promise<readonly (AnsweringInvitation & Contact)[]> {
  return tx.manager.query(
    `SELECT invitation.id, invitation.person_id AS "personId", invitation.state, invitation.sequence,
            invitation.answer, invitation.answer_note AS "answerNote", invitation.invited_at AS "invitedAt",
            invitation.to_confirm_again AS "toConfirmAgain", person.language, usable.address
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       LEFT ${JOIN_USABLE_ADDRESS}
      WHERE invitation.meeting_id = $1 AND invitation.id = ANY($2)
      ORDER BY invitation.id FOR NO KEY UPDATE OF invitation`,
    [meetingId, ids],
  );
}

/** Those of the people who answer, and whoever is offered a seat. */
async function findRegistrations(
  tx: Tx,
  meetingId: Id,
  invitationIds: readonly Id[],
): Promise<readonly AskedRegistration[]> {
  return tx.manager.query(
    `SELECT id, person_id AS "personId", invitation_id AS "invitationId", state, companions,
            contingent_id AS "contingentId", group_id AS "groupId", offered_until AS "offeredUntil", cause, arrival,
            decisions
       FROM registration
      WHERE id = ANY(ARRAY(
        SELECT id FROM registration WHERE meeting_id = $1 AND offered_until IS NOT NULL
         UNION ALL
        SELECT theirs.id FROM invitation CROSS JOIN LATERAL (
                 SELECT id FROM registration
                  WHERE meeting_id = invitation.meeting_id AND person_id = invitation.person_id LIMIT 1) AS theirs
         WHERE invitation.id = ANY($2)))`,
    [meetingId, invitationIds],
  );
}
