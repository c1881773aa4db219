import { writeAudit } from '#audit';
import type { AnswerChannel } from '#contracts';
import { together } from '#database';
import type { Tx } from '#database';
import type { Id, Temporal, TokenKeys } from '#kernel';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { InvitationAnswered } from '../facts.js';
import { offerEndsAt } from '../seats/freed-seats.rules.js';
import { scheduleOffers } from '../seats/offers-due.js';
import { whereReaderOf } from '../seats/where-reader.js';
import { registrationToken } from '../mail/registration-path.js';
import { raisesSequence } from '../rules/calendar-entry.rules.js';
import type { DecidedAnswer } from './decide-answers.js';

interface Writing {
  readonly now: Temporal.Instant;
  readonly keys: TokenKeys;
}

/** The SEQUENCE of the mail that tells of the answer: higher as well when the entry leads somewhere else. */
export function sequenceAfter(answer: DecidedAnswer, meeting: Pick<Meeting, 'seating'>): number {
  const { invitation, before, seatsBefore, state, contingentId } = answer;
  const had = seatsBefore && { state: before, contingentId: seatsBefore.contingentId };
  const moves = whereReaderOf(meeting, had) !== whereReaderOf(meeting, { state, contingentId });
  return invitation.sequence + (moves || raisesSequence(before, state) ? 1 : 0);
}

/** Writes answers and registrations of a meeting whose row is locked, as multi-row statements. */
export async function writeAnswers(
  tx: Tx,
  meeting: Meeting,
  answers: readonly DecidedAnswer[],
  { now, keys }: Writing,
): Promise<void> {
  if (answers.length === 0) return;
  const offeredUntil = offerEndsAt(meeting, now);
  await write(tx, meeting, answers, { now, keys, offeredUntil });
  const offered = answers.filter(({ state }) => state === 'offered');
  if (offeredUntil !== null && offered.length > 0) {
    const ids = offered.map(({ registrationId }) => registrationId);
    await scheduleOffers(tx, ids, offeredUntil);
  }
}

interface Recording {
  readonly meetingId: Id;
  /** Whose managers may read it in the log. */
  readonly institutionIds: readonly Id[];
  readonly now: Temporal.Instant;
}

/** What has been decided, for the log and as facts. */
export async function recordAnswers(
  tx: Tx,
  answers: readonly DecidedAnswer[],
  { meetingId, institutionIds, now }: Recording,
): Promise<void> {
  if (answers.length === 0) return;
  const facts = answers.map(({ invitation, state }) =>
    factOf(InvitationAnswered, { meetingId, invitationId: invitation.id, state }, now),
  );
  const entries = answers.map((answer) => ({ ...auditOf(answer, now), institutionIds }));
  await together(recordFacts(tx, facts), writeAudit(tx, entries));
}

/** Invitations, registrations and the meeting's order of arrival, in one statement. */
async function write(
  tx: Tx,
  meeting: Meeting,
  answers: readonly DecidedAnswer[],
  { now, keys, offeredUntil }: Writing & { readonly offeredUntil: Temporal.Instant | null },
): Promise<void> {
  const rows = answers.map((answer) => ({
    ...rowOf(answer, offeredUntil),
    sequence: sequenceAfter(answer, meeting),
    ...linkOf(answer, keys),
  }));
  await tx.manager.query(WRITE, [
    meeting.id,
    now,
    Math.max(...answers.map((answer) => answer.arrival)),
    JSON.stringify(rows),
  ]);
}

function rowOf(answer: DecidedAnswer, offeredUntil: Temporal.Instant | null) {
  const { invitation, incoming, registrationId, companions, contingentId, group, state, arrival } = answer;
  return {
    invitation_id: invitation.id,
    answer: incoming.answer,
    note: incoming.note,
    channel: incoming.channel,
    at: incoming.receivedAt.toString(),
    registration_id: registrationId,
    person_id: invitation.personId,
    state,
    companions,
    contingent_id: contingentId,
    group_id: group,
    offered_until: state === 'offered' ? offeredUntil : null,
    arrival,
  };
}

/** The link to the registration, should it be new. */
function linkOf({ registrationId }: DecidedAnswer, keys: TokenKeys) {
  const { hash, keyId } = registrationToken(keys, registrationId);
  return { token_hash: hash, token_key_id: keyId };
}

const WRITE = `
  WITH given AS (
    SELECT * FROM json_to_recordset($4::json) AS given (
      invitation_id uuid, answer text, note text, channel text, at timestamptz, sequence int, registration_id uuid,
      person_id uuid, state text, companions text[], contingent_id uuid, group_id uuid, offered_until timestamptz,
      arrival bigint, token_hash text, token_key_id text)
  ), answered AS (
    UPDATE invitation SET answer = given.answer, answer_note = given.note, answer_channel = given.channel,
           answered_at = given.at, sequence = given.sequence, to_confirm_again = false
      FROM given WHERE invitation.id = given.invitation_id
  ), counted AS (
    UPDATE meeting SET last_arrival = greatest(last_arrival, $3) WHERE id = $1
  )
  INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, companions, contingent_id,
                            group_id, offered_until, arrival, decided_at, decisions, token_hash, token_key_id)
  SELECT registration_id, $1, person_id, invitation_id, state, 1 + cardinality(companions), companions, contingent_id,
         group_id, offered_until, arrival, $2, 1, token_hash, token_key_id
    FROM given
  ON CONFLICT ON CONSTRAINT uq_registration_meeting_person DO UPDATE
     SET state = excluded.state, seats = excluded.seats, companions = excluded.companions,
         contingent_id = excluded.contingent_id, group_id = excluded.group_id,
         offered_until = excluded.offered_until, cause = NULL, decision_note = NULL, arrival = excluded.arrival,
         decided_at = excluded.decided_at, decisions = registration.decisions + 1,
         invitation_id = excluded.invitation_id,
         token_hash = coalesce(registration.token_hash, excluded.token_hash),
         token_key_id = coalesce(registration.token_key_id, excluded.token_key_id)`;

function auditOf(answer: DecidedAnswer, now: Temporal.Instant) {
  const { invitation, incoming, before, state, seatsBefore, companions } = answer;
  return {
    at: now,
    actorPersonId: incoming.actorPersonId ?? (incoming.channel === 'host' ? null : invitation.personId),
    channel: auditChannelOf(incoming.channel),
    action: 'invitation.answer' as const,
    subjectKind: 'invitation',
    subjectId: invitation.id,
    before: { answer: invitation.answer, registration: before, seats: seatsOf(seatsBefore) },
    after: { answer: incoming.answer, registration: state, seats: seatsOf({ companions }) },
    personal: { noteBefore: invitation.answerNote, noteAfter: incoming.note },
    requestId: incoming.requestId,
  };
}

/** What a standing answer says is said by the system, on the person's behalf; colleagues are named on a page. */
function auditChannelOf(channel: AnswerChannel) {
  if (channel === 'series') return 'system' as const;
  return channel === 'colleague' ? ('web' as const) : channel;
}

/** Seats beyond one are worth a word in the log. */
function seatsOf(asked: { readonly companions: readonly string[] } | null): number | undefined {
  const companions = asked?.companions.length ?? 0;
  return companions === 0 ? undefined : companions + 1;
}
