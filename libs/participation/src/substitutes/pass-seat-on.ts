import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { QuestionValues, SeatWish } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { supersedeUnsent } from '#mail';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { answerLocked } from '../answers/answer-batch.js';
import type { AnswerTools } from '../answers/answer-batch.js';
import { MOST_COMPANIONS } from '../answers/answer.policy.js';
import { refusalCodes } from '../answers/incoming-answer.js';
import { InvitationAnswered } from '../facts.js';
import { registrationToken } from '../mail/registration-path.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { keepQuestionAnswers } from '../questions/keep-question-answers.js';
import { raisesSequence } from '../rules/calendar-entry.rules.js';
import { assertMayBecome } from '../rules/registration.transitions.js';
import { knownContingent } from '../seats/party-of.js';
import { scheduleOffers } from '../seats/offers-due.js';
import { passesSeatOn } from './substitution.policy.js';
import type { Invitation } from '../tables/invitation.entity.js';
import { Registration } from '../tables/registration.entity.js';

/** From whom to whom; both are invited, and the meeting's row is locked. */
export interface SeatPassing {
  readonly invitation: Invitation;
  readonly registration: Registration | null;
  readonly substitute: Invitation;
  /** The name that was written. */
  readonly namedAs: string;
  /** What is asked for where no seat is passed on. */
  readonly seats: SeatWish | null;
  /** What the substitute answers to the meeting's questions. */
  readonly values: QuestionValues | null;
  /** What the first one tells the hosts. */
  readonly note: string | null;
  readonly namer: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly tools: AnswerTools;
}

/**
 * Gives the seat, the place in line or the request as it stands to the substitute, who has said yes by it; asks for a seat
 * where there is none of these. The first one's registration is cancelled, their question answers go, both are told.
 */
export async function passSeatOn(tx: Tx, meeting: Meeting, passing: SeatPassing): Promise<void> {
  const { invitation, registration, substitute, namedAs, tools } = passing;
  await tx.manager.query(
    'UPDATE invitation SET in_place_of_id = $2, named_as = $3, reserved_seat = $4 WHERE id = $1',
    [substitute.id, invitation.id, namedAs, invitation.reservedSeat],
  );
  const now = tools.clock.now();
  if (!passesSeatOn(registration)) await askForSeat(tx, meeting, passing, now);
  await leave(tx, meeting, passing, now);
  if (passesSeatOn(registration)) await giveSeat(tx, meeting, { passing, registration, now });
}

async function askForSeat(
  tx: Tx,
  meeting: Meeting,
  { substitute, seats, values, namer, tools }: SeatPassing,
  receivedAt: Temporal.Instant,
): Promise<void> {
  const contingentId = knownContingent(meeting, seats?.contingentId ?? null);
  const [outcome] = await answerLocked(
    tx,
    meeting,
    [
      {
        invitationId: substitute.id,
        answer: 'yes',
        note: null,
        values,
        seats: { companions: seats?.companions ?? null, contingentId },
        channel: namedChannelOf(namer),
        receivedAt,
        actorPersonId: namer.personId,
        requestId: namer.requestId,
      },
    ],
    tools,
  );
  if (outcome?.outcome !== 'refused') return;
  throw new DomainError(refusalCodes[outcome.reason], { most: outcome.most ?? MOST_COMPANIONS });
}

/** The first one is out: answer, registration, entry in the calendar. */
async function leave(tx: Tx, meeting: Meeting, passing: SeatPassing, now: Temporal.Instant): Promise<void> {
  const { invitation, registration, note, namer } = passing;
  const before = registration?.state ?? null;
  assertMayBecome(before, 'substitute', 'cancelled');
  const invitationIds = [invitation.id];
  await supersedeUnsent(tx, invitationIds);
  await tx.manager.query(
    `UPDATE invitation SET answer = 'substitute', answer_note = $5, answer_channel = $2, answered_at = $3,
            sequence = sequence + $4, to_confirm_again = false, reserved_seat = false
      WHERE id = $1`,
    [invitation.id, answerChannelOf(namer), now, raisesSequence(before, 'cancelled') ? 1 : 0, note],
  );
  await tx.manager.query('DELETE FROM question_answer WHERE registration_id = $1', [
    registration?.id ?? null,
  ]);
  const arrival = await takeArrival(tx, meeting.id);
  await tx.manager.query(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, cause, arrival, decided_at, decisions)
     VALUES ($1, $2, $3, $4, 'cancelled', 1, 'substitute', $5, $6, 1)
     ON CONFLICT ON CONSTRAINT uq_registration_meeting_person DO UPDATE
        SET state = 'cancelled', cause = 'substitute', seats = 1, companions = '{}', contingent_id = NULL,
            group_id = NULL, offered_until = NULL, decision_note = NULL, arrival = excluded.arrival,
            decided_at = excluded.decided_at, decisions = registration.decisions + 1,
            invitation_id = excluded.invitation_id`,
    [newId(), meeting.id, invitation.personId, invitation.id, arrival, now],
  );
  const outcome = 'substituted';
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome });
  await recordLeaving(tx, meeting, passing, now);
  await tell(tx, invitation, 'cancelled', now);
}

async function recordLeaving(
  tx: Tx,
  meeting: Meeting,
  { invitation, registration, substitute, namer }: SeatPassing,
  now: Temporal.Instant,
): Promise<void> {
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: namer.personId,
      channel: namer.channel,
      action: 'invitation.substitute',
      subjectKind: 'invitation',
      subjectId: invitation.id,
      institutionIds: await listMeetingInstitutions(tx, meeting.id),
      before: { answer: invitation.answer, registration: registration?.state ?? null },
      after: { answer: 'substitute', registration: 'cancelled', substituteInvitationId: substitute.id },
      requestId: namer.requestId,
    },
  ]);
}

interface SeatGiving {
  readonly passing: SeatPassing;
  readonly registration: Registration;
  readonly now: Temporal.Instant;
}

async function giveSeat(
  tx: Tx,
  meeting: Meeting,
  { passing: { substitute, values, namer, tools }, registration, now }: SeatGiving,
): Promise<void> {
  const { state, offeredUntil } = registration;
  if (state === 'cancelled') throw new Error('what is cancelled cannot be passed on');
  await tx.manager.query(
    `UPDATE invitation SET answer = 'yes', answer_note = NULL, answer_channel = $2, answered_at = $3 WHERE id = $1`,
    [substitute.id, namedChannelOf(namer), now],
  );
  const id = newId();
  const { id: invitationId, personId } = substitute;
  const told = { id, invitationId, personId, decidedAt: now, decisions: 1, decisionNote: null };
  const { hash: tokenHash, keyId: tokenKeyId } = registrationToken(tools.keys, id);
  const link = { tokenHash, tokenKeyId, tokenGeneration: 1 };
  await insertRows(tx, Registration, [{ ...registration, ...told, ...link }]);
  await keepQuestionAnswers(tx, meeting, [{ registrationId: id, values, comes: true }]);
  if (offeredUntil !== null) await scheduleOffers(tx, [id], offeredUntil);
  const invitationIds = [invitationId];
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome: state });
  await tell(tx, substitute, state, now);
}

async function takeArrival(tx: Tx, meetingId: Id): Promise<number> {
  const [[{ arrival }]]: [[{ arrival: number }]] = await tx.manager.query(
    'UPDATE meeting SET last_arrival = last_arrival + 1 WHERE id = $1 RETURNING last_arrival::int AS arrival',
    [meetingId],
  );
  return arrival;
}

async function tell(
  tx: Tx,
  { id: invitationId, meetingId }: Invitation,
  state: string,
  now: Temporal.Instant,
): Promise<void> {
  await recordFacts(tx, [factOf(InvitationAnswered, { meetingId, invitationId, state }, now)]);
}

function answerChannelOf({ channel }: SeatPassing['namer']): 'web' | 'host' | 'api' {
  return channel === 'web' || channel === 'api' ? channel : 'host';
}

/** How the answer of who is named was given. */
function namedChannelOf(namer: SeatPassing['namer']): 'colleague' | 'host' | 'api' {
  const channel = answerChannelOf(namer);
  return channel === 'web' ? 'colleague' : channel;
}
