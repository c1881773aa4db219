import { tzVersion } from '#calendar';
import type { Reader, Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { Meeting } from '../tables/meeting.entity.js';
import { instantsOf } from './meeting-values.js';

/** A meeting whose instants were derived with another version of the zone data. */
export type OldInstants = Pick<
  Meeting,
  | 'id'
  | 'zone'
  | 'startsLocal'
  | 'endsLocal'
  | 'answerByLocal'
  | 'startsAt'
  | 'endsAt'
  | 'answerByAt'
  | 'tzVersion'
>;

/** The next `limit` meetings after an id, not over and not cancelled, whose instants are of another zone data. */
export async function listOldInstants(
  reader: Reader,
  { now, after, limit }: { now: Temporal.Instant; after: Id; limit: number },
): Promise<readonly OldInstants[]> {
  return reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .select(
      [
        'id',
        'zone',
        'startsLocal',
        'endsLocal',
        'answerByLocal',
        'startsAt',
        'endsAt',
        'answerByAt',
        'tzVersion',
      ].map((column) => `meeting.${column}`),
    )
    .where("meeting.tzVersion <> :version AND meeting.endsAt >= :now AND meeting.state <> 'cancelled'", {
      version: tzVersion(),
      now,
    })
    .andWhere('meeting.id > :after', { after })
    .orderBy('meeting.id')
    .limit(limit)
    .getMany();
}

/** Whether the zone data of this process give other instants. Throws what `instantsOf` does. */
export function haveInstantsMoved(meeting: OldInstants): boolean {
  const { startsAt, endsAt, answerByAt } = instantsOf(meeting);
  return (
    !startsAt.equals(meeting.startsAt) ||
    !endsAt.equals(meeting.endsAt) ||
    String(answerByAt) !== String(meeting.answerByAt)
  );
}

/** Notes that these meetings' instants are right by the present zone data; those changed meanwhile stay as they are. */
export async function confirmInstants(tx: Tx, meetings: readonly OldInstants[]): Promise<void> {
  if (meetings.length === 0) return;
  await tx.manager.query(
    `UPDATE meeting SET tz_version = $1
       FROM unnest($2::uuid[], $3::timestamptz[], $4::text[]) AS seen (id, starts_at, tz_version)
      WHERE meeting.id = seen.id AND meeting.starts_at = seen.starts_at AND meeting.tz_version = seen.tz_version`,
    [
      tzVersion(),
      meetings.map(({ id }) => id),
      meetings.map(({ startsAt }) => startsAt.toString()),
      meetings.map(({ tzVersion: seen }) => seen),
    ],
  );
}

/**
 * The bare write of a locked meeting's instants as the present zone data give them; whom it concerns is decided above
 * (participation). Raises `version` always and `revision` where calendars must notice. Returns the row as written.
 */
export async function updateInstants(
  tx: Tx,
  meeting: Meeting,
  {
    now,
    raisesRevision,
  }: { now: Temporal.Instant; raisesRevision: (after: ReturnType<typeof instantsOf>) => boolean },
): Promise<Meeting> {
  const instants = instantsOf(meeting);
  const columns = {
    ...instants,
    version: meeting.version + 1,
    revision: meeting.revision + (raisesRevision(instants) ? 1 : 0),
    changedAt: now,
  };
  await tx.manager.update(Meeting, { id: meeting.id }, columns);
  return Object.assign(new Meeting(), meeting, columns);
}
