import type { VoteValue } from '#contracts';
import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';

/** What a cluster says to the dates: of everybody asked for it, the best. */
export interface ClusterVotes {
  readonly institution: { readonly id: Id; readonly name: LocalizedText };
  /** By option; absent: all are silent. */
  readonly votes: Readonly<Record<Id, VoteValue>>;
}

interface Row {
  readonly id: Id;
  readonly name: LocalizedText;
  readonly optionId: Id | null;
  readonly value: VoteValue | null;
}

/**
 * The clusters for which somebody is asked, by name. A cluster stands for itself, a committee for the cluster whose
 * committee it is. One query.
 */
export async function findClusterVotes(reader: Reader, pollId: Id): Promise<readonly ClusterVotes[]> {
  const rows: Row[] = await reader.manager.query(
    `SELECT cluster.id, cluster.name, vote.option_id AS "optionId",
            (array_agg(vote.value ORDER BY array_position('{yes,if-need-be,no}', vote.value)))[1] AS value
       FROM poll_participant AS participant
       JOIN poll_reason AS reason ON reason.participant_id = participant.id
       JOIN institution AS asked ON asked.id = reason.institution_id
       JOIN institution AS cluster
         ON cluster.kind = 'cluster'
        AND cluster.id = CASE asked.kind WHEN 'committee' THEN asked.parent_id ELSE asked.id END
       LEFT JOIN poll_vote AS vote ON vote.participant_id = participant.id
      WHERE participant.poll_id = $1
      GROUP BY cluster.id, vote.option_id
      ORDER BY cluster.sort_name, cluster.id`,
    [pollId],
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const votes = own.flatMap(({ optionId, value }) =>
      optionId === null || value === null ? [] : [[optionId, value] as const],
    );
    return [{ institution: { id: first.id, name: first.name }, votes: Object.fromEntries(votes) }];
  });
}
