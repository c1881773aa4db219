import type { Land } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';

/**
 * The Länder in which an institution works, by code: its own; where none are said, those of its members of that day and,
 * for a committee, those of the institution it belongs to. One query.
 */
export async function listLaender(
  reader: Reader,
  institutionId: Id,
  now: Temporal.Instant,
): Promise<readonly Land[]> {
  const rows: { land: Land }[] = await reader.manager.query(
    `WITH own AS (SELECT id, laender, parent_id FROM institution WHERE id = $1),
          used AS (SELECT laender FROM own
                   UNION ALL
                   SELECT member.laender FROM own
                     JOIN membership ON membership.institution_id IN (own.id, own.parent_id)
                     JOIN institution AS member ON member.id = membership.member_id
                    WHERE own.laender = '{}' AND membership.valid_from <= $2
                      AND (membership.valid_until IS NULL OR membership.valid_until >= $2)
                   UNION ALL
                   SELECT parent.laender FROM own JOIN institution AS parent ON parent.id = own.parent_id
                    WHERE own.laender = '{}')
     SELECT DISTINCT unnest(laender) AS land FROM used ORDER BY land`,
    [institutionId, now.toZonedDateTimeISO('Europe/Berlin').toPlainDate()],
  );
  return rows.map(({ land }) => land);
}
