import { systemActor } from '#access';
import type { Tx } from '#database';
import type { DirectoryRows } from '#directory';
import type { Clock, Id, Temporal, TokenKeys } from '#kernel';
import { insertMeeting, updateMeetingState } from '#meetings';
import type { Meeting } from '#meetings';
import { answerBatch, InvitePeople } from '#participation';
import { dayOfMeeting, meetingOfSample } from './meeting-of-sample.js';
import type { SampleIds } from './sample-ids.js';
import { sampleInvitees } from './sample-invitees.js';
import type { SampleInvited, SampleMeeting } from './sample-network.schema.js';
import { SAMPLE_ZONE } from './sample-zone.js';

const PUBLISHED_HOURS_AGO = 70;
const MINUTES_BETWEEN_ANSWERS = 7;
/** Nobody has answered anything before there is a sample. */
const nothingInAdvance = { find: async () => new Map<Id, 'yes' | 'no'>() };

export interface SampleTools {
  readonly clock: Clock;
  readonly keys: TokenKeys;
}

interface SampleContext extends SampleTools {
  readonly ids: SampleIds;
  readonly rows: DirectoryRows;
}

/**
 * Publishes the meeting, invites and answers, as it went on or before the clock's present moment. Its mails are written
 * and withheld, so that nobody is written to.
 */
export async function holdMeeting(tx: Tx, sample: SampleMeeting, context: SampleContext): Promise<void> {
  const { clock, ids, keys, rows } = context;
  const today = clock.today(SAMPLE_ZONE);
  const day = dayOfMeeting(sample, today);
  const now = invitedAt(sample.invited, day, clock.now());
  const draft = await insertMeeting(tx, meetingOfSample(sample, ids, day), now);
  const meeting = await updateMeetingState(tx, draft, 'published', now);
  if (sample.invited === undefined) return;
  const asOf = sample.invited.asOfToday ? today : day;
  const people = sampleInvitees(rows, ids, { ...sample.invited, day: asOf });
  const invitePeople = new InvitePeople(keys, clock, nothingInAdvance);
  await invitePeople.invite(tx, meeting, people, { actor: systemActor(), now });
  await withholdMails(tx, meeting);
  await answerAll(tx, meeting, { answers: sample.invited.answers, ids, keys, now });
  await withholdMails(tx, meeting);
}

function invitedAt(
  invited: SampleInvited | undefined,
  day: Temporal.PlainDate,
  now: Temporal.Instant,
): Temporal.Instant {
  const { weeksBefore, hoursAgo = PUBLISHED_HOURS_AGO } = invited ?? {};
  if (weeksBefore === undefined) return now.subtract({ hours: hoursAgo });
  const asked = day.subtract({ weeks: weeksBefore });
  return asked.toZonedDateTime({ timeZone: SAMPLE_ZONE, plainTime: '09:30' }).toInstant();
}

async function answerAll(
  tx: Tx,
  meeting: Meeting,
  {
    answers,
    ids,
    keys,
    now,
  }: Pick<SampleInvited, 'answers'> & { ids: SampleIds; keys: TokenKeys; now: Temporal.Instant },
): Promise<void> {
  const byPerson = new Map(Object.entries(answers).map(([key, answer]) => [ids.person(key), answer]));
  const invitations: { id: Id; personId: Id }[] = await tx.manager.query(
    'SELECT id, person_id AS "personId" FROM invitation WHERE meeting_id = $1 ORDER BY id',
    [meeting.id],
  );
  const batch = invitations.flatMap(({ id: invitationId, personId }, index) => {
    const given = byPerson.get(personId);
    if (given === undefined) return [];
    const [answer, note = null] = given;
    const receivedAt = now.add({ minutes: MINUTES_BETWEEN_ANSWERS * (index + 1) });
    const from = { channel: 'web' as const, actorPersonId: null, requestId: null };
    return [{ invitationId, answer, note, receivedAt, ...from }];
  });
  if (batch.length > 0) await answerBatch(tx, meeting.id, batch, { clock: { now: () => now }, keys });
}

async function withholdMails(tx: Tx, { id }: Meeting): Promise<void> {
  await tx.manager.query(
    `UPDATE outgoing_mail SET state = 'withheld' WHERE topic_id = $1 AND state = 'queued'`,
    [id],
  );
}
