import type { AuthorizedScope } from '#access';
import type { MeetingState } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { Meeting } from '../tables/meeting.entity.js';
import { whereMeetingReached } from './meeting-scope.sql.js';

// The day on which summer time ends.
const LONGEST_DAY = { hours: 25 };

export interface MeetingListQuery extends PageRequest {
  readonly when: 'coming' | 'past';
  readonly state?: MeetingState | undefined;
}

// An index finds both by when they start: what is over began before now, and what is not did so no earlier than the
// first of those that are going on (ix_meeting_period).
const IS_PAST = 'meeting.endsAt < :now AND meeting.startsAt < :now';
const IS_COMING = `meeting.endsAt >= :now AND meeting.startsAt >= LEAST(:now,
  (SELECT min(running.starts_at) FROM meeting AS running
    WHERE tstzrange(running.starts_at, running.ends_at, '[]') @> CAST(:now AS timestamptz)))`;

const order = (direction: 'asc' | 'desc'): Keyset<Meeting> => ({
  list: `meetings-${direction}`,
  direction,
  parts: [
    { path: 'meeting.startsAt', kind: 'instant', of: ({ startsAt }) => startsAt },
    idPart('meeting.id'),
  ],
});

/** The meetings the scope reaches that are not over by day, or those that are, latest first. */
export async function listMeetings(
  reader: Reader,
  scope: AuthorizedScope,
  query: MeetingListQuery,
  now: Temporal.Instant,
): Promise<Page<Meeting>> {
  const keyset = order(query.when === 'coming' ? 'asc' : 'desc');
  const meetings = reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where(query.when === 'coming' ? IS_COMING : IS_PAST, { now });
  whereMeetingReached(meetings, scope);
  if (query.state !== undefined) meetings.andWhere('meeting.state = :state', { state: query.state });
  return toPage(await selectPage(meetings, keyset, query).getMany(), keyset, query);
}

/** How far back, and as seen from when. */
export interface PublicBounds {
  readonly now: Temporal.Instant;
  readonly since: Temporal.Instant;
}

/**
 * The public meetings that an institution owns, hosts or lists, by day: what its page and its feed show. Cancelled
 * ones stay until their day has passed; `since` bounds how far back it goes.
 */
export async function listPublicMeetings(
  reader: Reader,
  institutionId: Id,
  bounds: PublicBounds,
): Promise<readonly Meeting[]> {
  const meetings = selectShown(reader, bounds)
    .andWhere(`meeting.visibility = 'public'`)
    .andWhere(
      `(meeting.institutionId = :institutionId
        OR EXISTS (SELECT FROM meeting_host WHERE meeting_id = meeting.id AND institution_id = :institutionId)
        OR EXISTS (SELECT FROM listing WHERE meeting_id = meeting.id AND institution_id = :institutionId))`,
      { institutionId },
    );
  return withoutFormer(await meetings.getMany(), bounds);
}

/** The same of these meetings, public ones and those that have no list but for this one. */
export async function listShownMeetings(
  reader: Reader,
  meetingIds: readonly Id[],
  bounds: PublicBounds,
): Promise<readonly Meeting[]> {
  const meetings = selectShown(reader, bounds)
    .andWhere(`meeting.visibility IN ('public', 'unlisted')`)
    .andWhere('meeting.id = ANY(:meetingIds)', { meetingIds });
  return withoutFormer(await meetings.getMany(), bounds);
}

function selectShown(reader: Reader, { now, since }: PublicBounds) {
  return reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where(
      `(meeting.state = 'published' OR (meeting.state = 'cancelled' AND meeting.publishedAt IS NOT NULL
                AND meeting.endsAt >= :aDayAgo))`,
      { aDayAgo: now.subtract(LONGEST_DAY) },
    )
    .andWhere('meeting.endsAt >= :since', { since })
    .orderBy('meeting.startsAt')
    .addOrderBy('meeting.id');
}

function withoutFormer(meetings: readonly Meeting[], { now }: PublicBounds): readonly Meeting[] {
  return meetings.filter((meeting) => meeting.state !== 'cancelled' || !isDayOver(meeting, now));
}

/** Whether the meeting's last day has passed where it takes place; in PostgreSQL's zone data it might be another. */
function isDayOver({ endsLocal, zone }: Meeting, now: Temporal.Instant): boolean {
  const lastDay = endsLocal.subtract({ nanoseconds: 1 }).toPlainDate();
  return Temporal.PlainDate.compare(lastDay, now.toZonedDateTimeISO(zone).toPlainDate()) < 0;
}

/** The meeting behind a public address: published or cancelled, and public or unlisted; null otherwise. */
export async function findOpenMeeting(reader: Reader, slug: string): Promise<Meeting | null> {
  return reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where('meeting.slug = :slug', { slug })
    .andWhere(`meeting.publishedAt IS NOT NULL AND meeting.visibility IN ('public', 'unlisted')`)
    .getOne();
}

/** The next public meetings of all institutions, by day; at most `limit`. */
export async function listComingPublicMeetings(
  reader: Reader,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly Meeting[]> {
  return reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where(`meeting.visibility = 'public' AND meeting.state = 'published' AND ${IS_COMING}`, { now })
    .orderBy('meeting.startsAt')
    .addOrderBy('meeting.id')
    .limit(limit)
    .getMany();
}
