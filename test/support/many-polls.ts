import type { Reader } from '#database';
import type { Id } from '#kernel';
import { aMeeting } from '../factories/meetings.factory.js';
import { aParticipant, aPoll } from '../factories/polls.factory.js';
import { manyMails, manyPeople } from './many-rows.js';
import { multiplyRow, numberedId } from './multiply-rows.js';
import { testKeys } from './test-api.js';

/* As in many-rows.ts: date polls, and who is asked in one. */

/** Polls with their dates, the first of which moves a meeting; that meeting's id. */
export async function manyPolls(reader: Reader, count: number): Promise<Id> {
  const { id: meetingId } = await aMeeting(reader);
  const { id } = await aPoll(reader, { movesMeetingId: meetingId });
  const { connection } = reader.manager;
  await multiplyRow(
    connection,
    { table: 'poll', where: `id = '${id}'`, until: count },
    { moves_meeting_id: 'NULL::uuid' },
  );
  await connection.query(
    `INSERT INTO poll_option (id, poll_id, starts_local, all_day)
     SELECT gen_random_uuid(), poll.id, one.starts_local, false
       FROM poll, poll_option AS one WHERE one.poll_id = $1 AND poll.id <> $1`,
    [id],
  );
  return meetingId;
}

/** A poll that asks so many people, each of whom has voted; its id. */
export async function manyParticipants(reader: Reader, count: number): Promise<Id> {
  const { id: personId } = await manyPeople(reader, count);
  const poll = await aPoll(reader);
  const { id } = await aParticipant(reader, testKeys, { pollId: poll.id, personId });
  const { connection } = reader.manager;
  await multiplyRow(
    connection,
    { table: 'poll_participant', where: `id = '${id}'`, until: count },
    { person_id: numberedId('person', 'n'), token_hash: `'hash ' || n` },
  );
  await connection.query(
    `INSERT INTO poll_vote (participant_id, option_id, value)
     SELECT participant.id, option.id, 'yes' FROM poll_participant AS participant, poll_option AS option`,
  );
  await connection.query(
    `INSERT INTO poll_reason (id, participant_id, kind, reason_key, office_id, institution_id)
     SELECT gen_random_uuid(), id, 'membership', 'membership:1', NULL, $1 FROM poll_participant`,
    [poll.institutionId],
  );
  await manyMails(reader, count);
  await connection.query(
    `UPDATE outgoing_mail AS mail SET thread_id = participant.id
       FROM poll_participant AS participant WHERE participant.person_id = mail.person_id`,
  );
  return poll.id;
}
