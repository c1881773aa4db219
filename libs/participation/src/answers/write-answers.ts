import { writeAudit } from '#audit';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { InvitationAnswered } from '../facts.js';
import { raisesSequence } from '../rules/calendar-entry.rules.js';
import type { DecidedAnswer } from './decide-answers.js';

/** The SEQUENCE of the mail that tells of the answer. */
export function sequenceAfter(answer: DecidedAnswer): number {
  return answer.invitation.sequence + (raisesSequence(answer.before, answer.state) ? 1 : 0);
}

/** Writes answers and registrations of a meeting whose row is locked, with audit and facts, as multi-row statements. */
export async function writeAnswers(
  tx: Tx,
  meetingId: Id,
  answers: readonly DecidedAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  if (answers.length === 0) return;
  await updateInvitations(tx, answers);
  await upsertRegistrations(tx, meetingId, answers, now);
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
  meetingId: Id,
  answers: readonly DecidedAnswer[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, arrival, decided_at)
     SELECT given.id, $1, given.person_id, given.invitation_id, given.state, 1, given.arrival, $2
       FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[])
         AS given (id, person_id, invitation_id, state, arrival)
     ON CONFLICT ON CONSTRAINT uq_registration_meeting_person DO UPDATE
        SET state = excluded.state, arrival = excluded.arrival, decided_at = excluded.decided_at,
            invitation_id = excluded.invitation_id`,
    [
      meetingId,
      now,
      answers.map((answer) => answer.registrationId),
      answers.map(({ invitation }) => invitation.personId),
      answers.map(({ invitation }) => invitation.id),
      answers.map((answer) => answer.state),
      answers.map((answer) => answer.arrival),
    ],
  );
  await tx.manager.query('UPDATE meeting SET last_arrival = greatest(last_arrival, $2) WHERE id = $1', [
    meetingId,
    Math.max(...answers.map((answer) => answer.arrival)),
  ]);
}

function auditOf({ invitation, incoming, before, state }: DecidedAnswer, now: Temporal.Instant) {
  return {
    at: now,
    actorPersonId: incoming.actorPersonId ?? (incoming.channel === 'host' ? null : invitation.personId),
    // What a standing answer says is said by the system, on the person's behalf.
    channel: incoming.channel === 'series' ? ('system' as const) : incoming.channel,
    action: 'invitation.answer' as const,
    subjectKind: 'invitation',
    subjectId: invitation.id,
    before: { answer: invitation.answer, registration: before },
    after: { answer: incoming.answer, registration: state },
    personal: { noteBefore: invitation.answerNote, noteAfter: incoming.note },
    requestId: incoming.requestId,
  };
}
