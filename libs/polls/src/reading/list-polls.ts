import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { wherePollReached } from '../tables/find-poll.js';
import { Poll } from '../tables/poll.entity.js';

/** What a poll comes to in numbers. */
export interface PollSums {
  readonly asked: number;
  readonly answered: number;
  readonly options: number;
  readonly firstLocal: Temporal.PlainDateTime | null;
  readonly lastLocal: Temporal.PlainDateTime | null;
}

const latestFirst: Keyset<Poll> = {
  list: 'polls',
  direction: 'desc',
  // Ids rise with time.
  parts: [idPart('poll.id')],
};

/** A page of the polls that the scope reaches, the latest first; also those that move or made one meeting. */
export async function listPolls(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & { readonly meetingId?: Id | undefined },
): Promise<Page<Poll>> {
  const query = wherePollReached(reader.manager.createQueryBuilder(Poll, 'poll'), scope);
  const { meetingId } = request;
  if (meetingId !== undefined) {
    query.andWhere('(poll.meeting_id = :meetingId OR poll.moves_meeting_id = :meetingId)', { meetingId });
  }
  return toPage(await selectPage(query, latestFirst, request).getMany(), latestFirst, request);
}

const NOTHING: PollSums = { asked: 0, answered: 0, options: 0, firstLocal: null, lastLocal: null };

/** What these polls come to, in one query. */
export async function sumPolls(reader: Reader, pollIds: readonly Id[]): Promise<(id: Id) => PollSums> {
  const rows: ({ readonly id: Id } & PollSums)[] = await reader.manager.query(
    `SELECT poll.id, dates.*, people.*
       FROM unnest($1::uuid[]) AS poll(id)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS options, min(starts_local) AS "firstLocal", max(starts_local) AS "lastLocal"
           FROM poll_option WHERE poll_id = poll.id) AS dates
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS asked, count(answered_at)::int AS answered
           FROM poll_participant WHERE poll_id = poll.id) AS people`,
    [pollIds],
  );
  const sums = new Map(rows.map(({ id, ...rest }) => [id, rest]));
  return (id) => sums.get(id) ?? NOTHING;
}
