import { writeAudit } from '#audit';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Actor } from './actor.js';

interface EndedGrants {
  readonly meetingId: Id;
  readonly personIds: readonly Id[];
  /** Today in the meeting's zone: the first day without the right. */
  readonly today: Temporal.PlainDate;
  readonly institutionIds: readonly Id[];
  readonly actor: Pick<Actor, 'personId' | 'channel' | 'requestId'>;
  readonly now: Temporal.Instant;
}

/**
 * Ends at once, in the caller's transaction, what these people were given for one meeting by name: a right that began
 * today or later goes. May run twice.
 */
export async function endMeetingGrants(tx: Tx, ended: EndedGrants): Promise<void> {
  const { meetingId, personIds, today, actor, now } = ended;
  const theirs = `meeting_id = $1 AND person_id = ANY($2) AND role = 'meeting_host'`;
  const gone: readonly { personId: Id }[] = await tx.manager.query(
    `SELECT DISTINCT person_id AS "personId" FROM role_grant
      WHERE ${theirs} AND (valid_until IS NULL OR valid_until >= $3)`,
    [meetingId, personIds, today],
  );
  await tx.manager.query(`DELETE FROM role_grant WHERE ${theirs} AND valid_from >= $3`, [
    meetingId,
    personIds,
    today,
  ]);
  await tx.manager.query(
    `UPDATE role_grant SET valid_until = $4
      WHERE ${theirs} AND (valid_until IS NULL OR valid_until >= $3)`,
    [meetingId, personIds, today, today.subtract({ days: 1 })],
  );
  await writeAudit(
    tx,
    gone.map(({ personId }) => ({
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'grant.end',
      subjectKind: 'person',
      subjectId: personId,
      institutionIds: ended.institutionIds,
      after: { role: 'meeting_host', meetingId, validUntil: today.subtract({ days: 1 }) },
      requestId: actor.requestId,
    })),
  );
}
