import type { Reader } from '#database';
import type { Id } from '#kernel';

export interface VoteCounts {
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
}

const NONE: VoteCounts = { yes: 0, ifNeedBe: 0, no: 0 };

/** How many say what, by option. One query. */
export async function countVotes(reader: Reader, pollId: Id): Promise<(optionId: Id) => VoteCounts> {
  const rows: ({ readonly id: Id } & VoteCounts)[] = await reader.manager.query(
    `SELECT option.id, count(*) FILTER (WHERE value = 'yes')::int AS yes,
            count(*) FILTER (WHERE value = 'if-need-be')::int AS "ifNeedBe",
            count(*) FILTER (WHERE value = 'no')::int AS no
       FROM poll_option AS option JOIN poll_vote AS vote ON vote.option_id = option.id
      WHERE option.poll_id = $1
      GROUP BY option.id`,
    [pollId],
  );
  const counts = new Map(rows.map(({ id, ...sums }) => [id, sums]));
  return (optionId) => counts.get(optionId) ?? NONE;
}
