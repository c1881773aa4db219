import type { AnswersSummaryDto } from '#contracts';
import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';
import { getMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { findNextInLine } from './places-in-line.js';
import { JOIN_REPRESENTED_CLUSTER } from './represented.sql.js';
import { IS_SUSPECT } from './suspect.sql.js';

interface Cluster {
  readonly id: Id;
  readonly name: LocalizedText;
  readonly counts: Omit<AnswersSummaryDto['clusters']['items'][number], 'institution'>;
  /** People of whom there is an answer, whatever became of it. */
  readonly answered: number;
}

interface Totals extends Omit<
  AnswersSummaryDto,
  'capacity' | 'clusters' | 'people' | 'contingents' | 'next'
> {
  readonly confirmedSeats: number;
  readonly waitlistedSeats: number;
  readonly offeredSeats: number;
}

/**
 * What hosts look at: answers, seats, and which clusters are behind them. Whoever sends a colleague is counted by that
 * colleague. Throws `meeting.not-found`.
 */
export async function summariseAnswers(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
): Promise<AnswersSummaryDto> {
  const meeting = await getMeeting(reader, scope, meetingId);
  const { confirmedSeats, waitlistedSeats, offeredSeats, ...counted } = await countTotals(reader, meetingId);
  const clusters = await countByCluster(reader, meetingId);
  const items = clusters.map(({ id, name, counts }) => ({ institution: { id, name }, ...counts }));
  return {
    ...counted,
    capacity: meeting.capacity,
    people: { confirmed: confirmedSeats, waitlisted: waitlistedSeats, offered: offeredSeats },
    contingents: await countByContingent(reader, meeting),
    next: counted.waitlisted === 0 ? null : await findNextInLine(reader, meeting),
    clusters: {
      total: items.length,
      answered: clusters.filter(({ answered }) => answered > 0).length,
      represented: items.filter((item) => item.confirmed > 0).length,
      items,
    },
  };
}

async function countTotals(reader: Reader, meetingId: Id): Promise<Totals> {
  const [totals]: [Totals] = await reader.manager.query(
    `SELECT count(*)::int AS invited, ${COUNTS},
            coalesce(sum(registration.seats) FILTER (WHERE registration.state IN ('confirmed', 'offered')), 0)::int AS seats,
            coalesce(sum(registration.seats) FILTER (WHERE registration.state = 'confirmed'), 0)::int AS "confirmedSeats",
            coalesce(sum(registration.seats) FILTER (WHERE registration.state = 'waitlisted'), 0)::int AS "waitlistedSeats",
            coalesce(sum(registration.seats) FILTER (WHERE registration.state = 'offered'), 0)::int AS "offeredSeats",
            count(*) FILTER (WHERE ${IS_SUSPECT})::int AS suspect,
            count(*) FILTER (WHERE answer = 'yes')::int AS yes,
            count(*) FILTER (WHERE answer = 'no')::int AS no,
            count(*) FILTER (WHERE answer = 'maybe')::int AS maybe
       FROM invitation LEFT JOIN registration ON registration.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1 AND invitation.state = 'active'
        AND invitation.answer IS DISTINCT FROM 'substitute'`,
    [meetingId],
  );
  return totals;
}

const COUNTS = `
  count(*) FILTER (WHERE registration.state = 'confirmed')::int AS confirmed,
  count(*) FILTER (WHERE registration.state = 'waitlisted')::int AS waitlisted,
  count(*) FILTER (WHERE registration.state = 'offered')::int AS offered,
  count(*) FILTER (WHERE registration.state = 'awaiting_approval')::int AS "awaitingApproval",
  count(*) FILTER (WHERE answer IS NULL)::int AS silent`;

async function countByCluster(reader: Reader, meetingId: Id): Promise<readonly Cluster[]> {
  const rows: (Cluster['counts'] & Omit<Cluster, 'counts'>)[] = await reader.manager.query(
    `SELECT represented.id, represented.name, ${COUNTS},
            count(*) FILTER (WHERE registration.state = 'tentative')::int AS maybe,
            count(*) FILTER (WHERE registration.state IN ('declined', 'cancelled'))::int AS declined,
            count(*) FILTER (WHERE answer IS NOT NULL)::int AS answered
       FROM (SELECT DISTINCT cluster.id AS cluster_id, invitation.id, invitation.answer
               FROM invitation
               JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id AND reason.ended_at IS NULL
               ${JOIN_REPRESENTED_CLUSTER}
              WHERE invitation.meeting_id = $1 AND invitation.state = 'active'
                AND invitation.answer IS DISTINCT FROM 'substitute') AS invitation
       JOIN institution AS represented ON represented.id = invitation.cluster_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
      GROUP BY represented.id
      ORDER BY represented.sort_name, represented.id`,
    [meetingId],
  );
  return rows.map(({ id, name, answered, ...counts }) => ({ id, name, answered, counts }));
}

/** Whoever has named no kind has a seat of the first. */
async function countByContingent(
  reader: Reader,
  { id: meetingId, seating: { contingents } }: Meeting,
): Promise<AnswersSummaryDto['contingents']> {
  if (contingents.length === 0) return [];
  const ids = contingents.map(({ id }) => id);
  const rows: { id: string; taken: number }[] = await reader.manager.query(
    `SELECT CASE WHEN contingent_id = ANY($2) THEN contingent_id ELSE $3::uuid END AS id, sum(seats)::int AS taken
       FROM registration WHERE meeting_id = $1 AND state IN ('confirmed', 'offered') GROUP BY 1`,
    [meetingId, ids, ids[0]],
  );
  const taken = new Map(rows.map((row) => [row.id, row.taken]));
  return contingents.map(({ id, name, seats }) => ({ id, name, seats, taken: taken.get(id) ?? 0 }));
}
