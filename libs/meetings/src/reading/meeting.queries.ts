import type { Reader } from '#database';
import type { AuthorizedScope } from '#access';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Listing } from '../tables/listing.entity.js';
import { MeetingHost } from '../tables/meeting-host.entity.js';
import { Meeting } from '../tables/meeting.entity.js';
import { whereMeetingReached } from './meeting-scope.sql.js';

/** Further institutions of a meeting, hosts in the order they are named in. */
export interface MeetingLinks {
  readonly hostIds: readonly Id[];
  readonly listingIds: readonly Id[];
}

const NO_LINKS: MeetingLinks = { hostIds: [], listingIds: [] };

/** The meeting, or `meeting.not-found`, also for one the scope does not reach. */
export async function getMeeting(reader: Reader, scope: AuthorizedScope, id: Id): Promise<Meeting> {
  const query = reader.manager.createQueryBuilder(Meeting, 'meeting').where({ id });
  const meeting = await whereMeetingReached(query, scope).getOne();
  if (meeting === null) throw new DomainError('meeting.not-found');
  return meeting;
}

/** Hosts and listings of these meetings, in two queries. */
export async function findLinks(
  reader: Reader,
  meetingIds: readonly Id[],
): Promise<(meetingId: Id) => MeetingLinks> {
  const where = 'row.meetingId = ANY(:meetingIds)';
  const hosts = await reader.manager
    .createQueryBuilder(MeetingHost, 'row')
    .where(where, { meetingIds })
    .orderBy('row.position')
    .getMany();
  const listings = await reader.manager
    .createQueryBuilder(Listing, 'row')
    .where(where, { meetingIds })
    .orderBy('row.institutionId')
    .getMany();
  const links = new Map<Id, MeetingLinks>();
  const of = (id: Id) => links.get(id) ?? NO_LINKS;
  for (const { meetingId, institutionId } of hosts) {
    links.set(meetingId, { ...of(meetingId), hostIds: [...of(meetingId).hostIds, institutionId] });
  }
  for (const { meetingId, institutionId } of listings) {
    links.set(meetingId, { ...of(meetingId), listingIds: [...of(meetingId).listingIds, institutionId] });
  }
  return of;
}
