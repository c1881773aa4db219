import { writeAudit } from '#audit';
import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { InvitationAnswered } from '../facts.js';
import { offerEndsAt } from '../seats/freed-seats.rules.js';
import { scheduleOffers } from '../seats/offers-due.js';
import { raisesSequence } from '../rules/calendar-entry.rules.js';
import type { DecidedAnswer } from './decide-answers.js';

/** The SEQUENCE of the mail that tells of the answer. */
export function sequenceAfter(answer: DecidedAnswer): number {
  return answer.invitation.sequence + (raisesSequence(answer.before, answer.state) ? 1 : 0);
}

/** Writes answers and registrations of a meeting whose row is locked, with audit and facts, as multi-row statements. */
export async function writeAnswers(
  tx: Tx,
  meeting: Meeting,
  answers: readonly DecidedAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  if (answers.length === 0) return;
  await updateInvitations(tx, answers);
  const offeredUntil = offerEndsAt(meeting, now);
  await upsertRegistrations(tx, meeting, answers, { now, offeredUntil });
  await countArrivals(tx, meeting, answers);
  const offered = answers.filter(({ state }) => state === 'offered');
  if (offeredUntil !== null && offered.length > 0) {
    const ids = offered.map(({ registrationId }) => registrationId);
    await scheduleOffers(tx, ids, offeredUntil);
  }
  const meetingId = meeting.id;
  const institutionIds = await listMeetingInstitutions(tx, meetingId);
  await writeAudit(
    tx,
    answers.map((answer) => ({ ...auditOf(answer, now), institutionIds })),
  );
  await recordFacts(
    tx,
    answers.map(({ invitation, state }) =>
      factOf(InvitationAnswered, { meetingId, invitationId: invitation.id, state }, now),
    ),
  );
}

async function updateInvitations(tx: Tx, answers: readonly DecidedAnswer[]): Promise<void> {
  await tx.manager.query(
    `UPDATE invitation SET answer = given.answer, answer_note = given.note, answer_channel = given.channel,
            answered_at = given.at, sequence = given.sequence, to_confirm_again = false
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int[])
         AS given (id, answer, note, channel, at, sequence)
      WHERE invitation.id = given.id`,
    [
      answers.map(({ invitation }) => invitation.id),
      answers.map(({ incoming }) => incoming.answer),
      answers.map(({ incoming }) => incoming.note),
      answers.map(({ incoming }) => incoming.channel),
      answers.map(({ incoming }) => incoming.receivedAt),
      answers.map(sequenceAfter),
    ],
  );
}

async function upsertRegistrations(
  tx: Tx,
  meeting: Meeting,
  answers: readonly DecidedAnswer[],
  { now, offeredUntil }: { readonly now: Temporal.Instant; readonly offeredUntil: Temporal.Instant | null },
): Promise<void> {
  await tx.manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, companions, contingent_id,
                               group_id, offered_until, arrival, decided_at, decisions)
     SELECT given.id, $1, given.person_id, given.invitation_id, given.state, 1 + jsonb_array_length(given.companions),
            ARRAY(SELECT jsonb_array_elements_text(given.companions)), given.contingent_id, given.group_id,
            given.offered_until, given.arrival, $2, 1
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::uuid[], $9::uuid[],
                   $10::timestamptz[], $11::bigint[])
         AS given (id, person_id, invitation_id, state, companions, contingent_id, group_id, offered_until, arrival)
     ON CONFLICT ON CONSTRAINT uq_registration_meeting_person DO UPDATE
        SET state = excluded.state, seats = excluded.seats, companions = excluded.companions,
            contingent_id = excluded.contingent_id, group_id = excluded.group_id,
            offered_until = excluded.offered_until, cause = NULL, decision_note = NULL,
            arrival = excluded.arrival, decided_at = excluded.decided_at,
            decisions = registration.decisions + 1, invitation_id = excluded.invitation_id`,
    [
      meeting.id,
      now,
      answers.map((answer) => answer.registrationId),
      answers.map(({ invitation }) => invitation.personId),
      answers.map(({ invitation }) => invitation.id),
      answers.map((answer) => answer.state),
      answers.map((answer) => JSON.stringify(answer.companions)),
      answers.map((answer) => answer.contingentId),
      answers.map((answer) => answer.group),
      answers.map(({ state }) => (state === 'offered' ? offeredUntil : null)),
      answers.map((answer) => answer.arrival),
    ],
  );
}

async function countArrivals(tx: Tx, { id }: Meeting, answers: readonly DecidedAnswer[]): Promise<void> {
  await tx.manager.query('UPDATE meeting SET last_arrival = greatest(last_arrival, $2) WHERE id = $1', [
    id,
    Math.max(...answers.map((answer) => answer.arrival)),
  ]);
}

function auditOf(answer: DecidedAnswer, now: Temporal.Instant) {
  const { invitation, incoming, before, state, seatsBefore, companions } = answer;
  return {
    at: now,
    actorPersonId: incoming.actorPersonId ?? (incoming.channel === 'host' ? null : invitation.personId),
    // What a standing answer says is said by the system, on the person's behalf.
    channel: incoming.channel === 'series' ? ('system' as const) : incoming.channel,
    action: 'invitation.answer' as const,
    subjectKind: 'invitation',
    subjectId: invitation.id,
    before: { answer: invitation.answer, registration: before, seats: seatsOf(seatsBefore) },
    after: { answer: incoming.answer, registration: state, seats: seatsOf({ companions }) },
    personal: { noteBefore: invitation.answerNote, noteAfter: incoming.note },
    requestId: incoming.requestId,
  };
}

/** Seats beyond one are worth a word in the log. */
function seatsOf(asked: { readonly companions: readonly string[] } | null): number | undefined {
  const companions = asked?.companions.length ?? 0;
  return companions === 0 ? undefined : companions + 1;
}
