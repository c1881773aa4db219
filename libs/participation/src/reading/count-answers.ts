import type { Reader } from '#database';
import type { Id } from '#kernel';
import { JOIN_REPRESENTED_CLUSTER } from './represented.sql.js';

/** Counts of a meeting's invitations that hold; whoever sends a colleague is counted by that colleague. */
export interface AnswerCounts {
  readonly invited: number;
  readonly answered: number;
  readonly confirmed: number;
  readonly waitlisted: number;
  /** With companions. */
  readonly people: { readonly confirmed: number; readonly waitlisted: number };
  /** Seats held, with companions and open offers. */
  readonly seats: number;
  readonly clusters: { readonly answered: number; readonly total: number };
}

interface Row extends Omit<AnswerCounts, 'clusters' | 'people' | 'seats'> {
  readonly id: Id;
  readonly people: AnswerCounts['people'] & { readonly offered: number };
  readonly clustersAnswered: number;
  readonly clustersTotal: number;
}

const NOBODY: AnswerCounts = {
  invited: 0,
  answered: 0,
  confirmed: 0,
  waitlisted: 0,
  people: { confirmed: 0, waitlisted: 0 },
  seats: 0,
  clusters: { answered: 0, total: 0 },
};

/** Counts for these meetings, in one query. A cluster has answered when one of those asked for it has. */
export async function countAnswers(
  reader: Reader,
  meetingIds: readonly Id[],
): Promise<(id: Id) => AnswerCounts> {
  const rows: readonly Row[] = await reader.manager.query(COUNT, [meetingIds]);
  const counts = new Map(
    rows.map(({ id, clustersAnswered, clustersTotal, people, ...rest }) => [
      id,
      {
        ...rest,
        people: { confirmed: people.confirmed, waitlisted: people.waitlisted },
        seats: people.confirmed + people.offered,
        clusters: { answered: clustersAnswered, total: clustersTotal },
      },
    ]),
  );
  return (id) => counts.get(id) ?? NOBODY;
}

const COUNT = `
  SELECT invitation.meeting_id AS id,
         count(DISTINCT invitation.id)::int AS invited,
         count(DISTINCT invitation.id) FILTER (WHERE invitation.answer IS NOT NULL)::int AS answered,
         count(DISTINCT registration.id) FILTER (WHERE registration.state = 'confirmed')::int AS confirmed,
         count(DISTINCT registration.id) FILTER (WHERE registration.state = 'waitlisted')::int AS waitlisted,
         (SELECT json_build_object('confirmed', coalesce(sum(seats) FILTER (WHERE state = 'confirmed'), 0),
                                   'waitlisted', coalesce(sum(seats) FILTER (WHERE state = 'waitlisted'), 0),
                                   'offered', coalesce(sum(seats) FILTER (WHERE state = 'offered'), 0))
            FROM registration AS coming
           WHERE coming.meeting_id = invitation.meeting_id
             AND coming.state IN ('confirmed', 'waitlisted', 'offered')) AS people,
         count(DISTINCT represented.cluster_id)::int AS "clustersTotal",
         count(DISTINCT represented.cluster_id) FILTER (WHERE invitation.answer IS NOT NULL)::int AS "clustersAnswered"
    FROM invitation
    LEFT JOIN registration ON registration.invitation_id = invitation.id
    LEFT JOIN (SELECT reason.invitation_id, cluster.id AS cluster_id
                 FROM invitation_reason AS reason ${JOIN_REPRESENTED_CLUSTER}
                WHERE reason.ended_at IS NULL
                  AND reason.invitation_id IN (SELECT id FROM invitation WHERE meeting_id = ANY($1))
              ) AS represented ON represented.invitation_id = invitation.id
   WHERE invitation.meeting_id = ANY($1) AND invitation.state = 'active'
     AND invitation.answer IS DISTINCT FROM 'substitute'
   GROUP BY invitation.meeting_id`;
