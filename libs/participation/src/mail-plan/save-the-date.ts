import type { Tx } from '#database';
import { findPeople } from '#directory';
import type { Id, Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { Meeting } from '#meetings';
import { resolveFor } from '../invitations/asked-audience.js';
import type { MeetingAudience } from '../tables/meeting-audience.entity.js';

/**
 * Asks an audience to keep a meeting's day free, in the caller's transaction: one mail to each who belongs to it as of
 * that day, can be written to and is not invited yet. Once for a person and day. Returns how many.
 */
export async function writeSaveTheDates(
  tx: Tx,
  meeting: Meeting,
  asked: Pick<MeetingAudience, 'audienceId' | 'rule' | 'successors'>,
  now: Temporal.Instant,
): Promise<number> {
  const { people } = await resolveFor(tx, meeting, { ...asked, now });
  const contacts = await findPeople(
    tx,
    people.map(({ personId }) => personId),
  );
  const day = meeting.startsLocal.toPlainDate().toString();
  const known = await findKnowing(tx, meeting.id, day);
  const drafts = people.flatMap(({ personId, address }) => {
    const language = contacts.get(personId)?.language;
    if (address === null || language === undefined || known.has(personId)) return [];
    const dedupKey = ['save-the-date', meeting.id, personId, day].join(':');
    return [{ kind: 'save-the-date', dedupKey, language, address, personId, params: {} }];
  });
  await writeMails(
    tx,
    drafts.map((draft) => ({ ...draft, topicId: meeting.id, threadId: null, sequence: null })),
    now,
  );
  return drafts.length;
}

/** Who is invited, or was asked for that day already. */
async function findKnowing(tx: Tx, meetingId: Id, day: string): Promise<ReadonlySet<Id>> {
  const rows: { id: Id }[] = await tx.manager.query(
    `SELECT person_id AS id FROM invitation WHERE meeting_id = $1
      UNION
     SELECT person_id FROM outgoing_mail
      WHERE topic_id = $1 AND kind = 'save-the-date' AND dedup_key LIKE '%:' || $2`,
    [meetingId, day],
  );
  return new Set(rows.map(({ id }) => id));
}
