import type { MeetingInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { Listing } from '../tables/listing.entity.js';
import { MeetingHost } from '../tables/meeting-host.entity.js';
import { columnsOf } from './meeting-values.js';
import { Meeting } from '../tables/meeting.entity.js';
import { slugOf } from './slug.js';

/** Adds a draft and returns it. */
export async function insertMeeting(tx: Tx, input: MeetingInput, now: Temporal.Instant): Promise<Meeting> {
  const id = newId();
  const columns = columnsOf(input);
  const meeting = Object.assign(new Meeting(), columns, {
    id,
    slug: slugOf({ id, ...columns }),
    state: 'draft' as const,
    revision: 0,
    lastArrival: 0,
    version: 1,
    createdAt: now,
    changedAt: now,
    publishedAt: null,
    cancelledAt: null,
  });
  await insertRows(tx, Meeting, [meeting]);
  await writeLinks(tx, id, input);
  return meeting;
}

/**
 * Locks the meeting's row until the end of the transaction (FOR NO KEY UPDATE) and returns it: the lock under which
 * seats are counted and answers decided. Throws `meeting.not-found`.
 */
export async function lockMeeting(tx: Tx, id: Id): Promise<Meeting> {
  const meeting = await tx.manager
    .createQueryBuilder(Meeting, 'meeting')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (meeting === null) throw new DomainError('meeting.not-found');
  return meeting;
}

/** Refuses with `version.stale` when somebody else changed the meeting since the host read it. */
export function checkVersion(meeting: Meeting, ifMatch: number): void {
  if (meeting.version !== ifMatch) throw new DomainError('version.stale', { version: meeting.version });
}

/**
 * The bare write of a changed meeting whose row is locked; whom it concerns is decided above (participation). Raises
 * `version` always and `revision` where calendars must notice. Returns the row as written.
 */
export async function updateMeeting(
  tx: Tx,
  meeting: Meeting,
  input: MeetingInput,
  written: { now: Temporal.Instant; raisesRevision: boolean },
): Promise<Meeting> {
  const columns = {
    ...columnsOf(input),
    version: meeting.version + 1,
    revision: meeting.revision + (written.raisesRevision ? 1 : 0),
    changedAt: written.now,
  };
  await tx.manager.update(Meeting, { id: meeting.id }, columns);
  await tx.manager.delete(MeetingHost, { meetingId: meeting.id });
  await tx.manager.delete(Listing, { meetingId: meeting.id });
  await writeLinks(tx, meeting.id, input);
  return Object.assign(new Meeting(), meeting, columns);
}

/** The bare change of state of a locked meeting: draft → published → cancelled, or draft → cancelled. */
export async function updateMeetingState(
  tx: Tx,
  meeting: Meeting,
  state: 'published' | 'cancelled',
  now: Temporal.Instant,
): Promise<Meeting> {
  const columns = {
    state,
    version: meeting.version + 1,
    revision: meeting.revision + (meeting.state === 'draft' ? 0 : 1),
    changedAt: now,
    publishedAt: state === 'published' ? now : meeting.publishedAt,
    cancelledAt: state === 'cancelled' ? now : null,
  };
  await tx.manager.update(Meeting, { id: meeting.id }, columns);
  return Object.assign(new Meeting(), meeting, columns);
}

async function writeLinks(
  tx: Tx,
  meetingId: Id,
  input: Pick<MeetingInput, 'hostIds' | 'listingIds'>,
): Promise<void> {
  const hosts = unique(input.hostIds).map((institutionId, position) =>
    Object.assign(new MeetingHost(), { meetingId, institutionId, position }),
  );
  const listings = unique(input.listingIds).map((institutionId) =>
    Object.assign(new Listing(), { meetingId, institutionId }),
  );
  await insertRows(tx, MeetingHost, hosts);
  await insertRows(tx, Listing, listings);
}

function unique(ids: readonly Id[]): readonly Id[] {
  return [...new Set(ids)];
}
