import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';

/** What a role in an institution reaches at a moment, and the zone in which its days count. */
export interface Reached {
  readonly own: readonly Id[];
  readonly beneath: readonly Id[];
  readonly zone: string;
}

/** For each institution: itself with its committees, and its members of that moment with theirs. One query. */
export async function findReached(
  reader: Reader,
  institutionIds: readonly Id[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Id, Reached>> {
  if (institutionIds.length === 0) return new Map();
  const rows: ({ readonly id: Id } & Reached)[] = await reader.manager.query(
    `SELECT held.id, held.zone,
            ARRAY(SELECT held.id UNION
                  SELECT committee.id FROM institution AS committee WHERE committee.parent_id = held.id) AS own,
            ARRAY(WITH member AS (
                    SELECT member_id AS id FROM membership
                     WHERE institution_id = held.id
                       AND valid_from <= ($2::timestamptz AT TIME ZONE held.zone)::date
                       AND (valid_until IS NULL OR valid_until >= ($2::timestamptz AT TIME ZONE held.zone)::date))
                  SELECT id FROM member UNION
                  SELECT committee.id FROM institution AS committee JOIN member ON committee.parent_id = member.id
                 ) AS beneath
       FROM institution AS held WHERE held.id = ANY($1)`,
    [institutionIds, now],
  );
  return new Map(rows.map(({ id, own, beneath, zone }) => [id, { own, beneath, zone }]));
}
