import { systemActor } from '#access';
import type { Tx } from '#database';
import { loadSampleDirectory } from '#directory';
import type { Clock, Id, Temporal, TokenKeys } from '#kernel';
import { insertMeeting, updateMeetingState } from '#meetings';
import type { Meeting } from '#meetings';
import { answerBatch } from '../answers/answer-batch.js';
import { rememberAudience, resolveFor } from '../invitations/asked-audience.js';
import { invitePeople } from '../invitations/invite-people.js';
import {
  answersLastTime,
  answersSoFar,
  sampleAudience,
  sampleDays,
  sampleMeeting,
} from './sample-meetings.js';
import type { SampleAnswers } from './sample-meetings.js';

const ZONE = 'Europe/Berlin';
const INVITED_WEEKS_BEFORE = 15;
const INVITED_HOURS_AGO = 70;

interface SampleTools {
  readonly clock: Clock;
  readonly keys: TokenKeys;
}

/**
 * Loads the sample network “Mitteldeutschland”: its directory, last year's meeting, and the next one, published and
 * partly answered. Its mails are written and withheld, so that nobody is written to. Loading it again changes nothing.
 */
export async function loadSampleNetwork(tx: Tx, tools: SampleTools): Promise<void> {
  if (!(await loadSampleDirectory(tx, tools.clock))) return;
  const today = tools.clock.today(ZONE);
  const { last, next } = sampleDays(today);
  await holdMeeting(tx, tools, { day: last, invitedAt: weeksBefore(last), answers: answersLastTime });
  await holdMeeting(tx, tools, {
    day: next,
    invitedAt: tools.clock.now().subtract({ hours: INVITED_HOURS_AGO }),
    answers: answersSoFar,
  });
}

async function holdMeeting(
  tx: Tx,
  { keys }: SampleTools,
  held: { day: Temporal.PlainDate; invitedAt: Temporal.Instant; answers: SampleAnswers },
): Promise<void> {
  const now = held.invitedAt;
  const draft = await insertMeeting(tx, sampleMeeting(held.day), now);
  const meeting = await updateMeetingState(tx, draft, 'published', now);
  const asked = await rememberAudience(tx, {
    meetingId: meeting.id,
    audience: { kind: 'rule', rule: sampleAudience },
    settings: { successors: 'at-once', newcomers: 'invite', copyToDeputies: false },
    askedBy: null,
    askedAt: now,
  });
  const { people } = await resolveFor(tx, meeting, { ...asked, now });
  await invitePeople(tx, meeting, people, { actor: systemActor(), keys, now });
  await withholdMails(tx, meeting);
  await answerAll(tx, meeting, held.answers, now);
  await withholdMails(tx, meeting);
}

async function answerAll(
  tx: Tx,
  meeting: Meeting,
  answers: SampleAnswers,
  now: Temporal.Instant,
): Promise<void> {
  const invitations: { id: Id; personId: Id }[] = await tx.manager.query(
    'SELECT id, person_id AS "personId" FROM invitation WHERE meeting_id = $1 ORDER BY id',
    [meeting.id],
  );
  const batch = invitations.flatMap(({ id, personId }, index) => {
    const given = answers[personId];
    if (given === undefined) return [];
    const [answer, note] = given;
    const receivedAt = now.add({ minutes: 7 * (index + 1) });
    return [
      {
        invitationId: id,
        answer,
        note,
        channel: 'web' as const,
        receivedAt,
        actorPersonId: null,
        requestId: null,
      },
    ];
  });
  await answerBatch(tx, meeting.id, batch, { now: () => now });
}

async function withholdMails(tx: Tx, { id }: Meeting): Promise<void> {
  await tx.manager.query(
    `UPDATE outgoing_mail SET state = 'withheld' WHERE topic_id = $1 AND state = 'queued'`,
    [id],
  );
}

function weeksBefore(day: Temporal.PlainDate): Temporal.Instant {
  return day
    .subtract({ weeks: INVITED_WEEKS_BEFORE })
    .toZonedDateTime({ timeZone: ZONE, plainTime: '09:30' })
    .toInstant();
}
