import type { InstitutionKind, Land } from '#contracts';
import type { Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';

/** An institution that a date concerns. */
export interface ConcernedInstitution {
  readonly id: Id;
  readonly kind: InstitutionKind;
  readonly name: LocalizedText;
  /** Where it works; those of a committee are those of the institution it belongs to. */
  readonly laender: readonly Land[];
  /** Asked for, rather than a member of what was. */
  readonly named: boolean;
}

/**
 * Who is concerned when these institutions are: they themselves, and the members of that day of a network, or of the
 * network that a committee belongs to. By name; unknown ids are missing. One query.
 */
export async function findConcerned(
  reader: Reader,
  institutionIds: readonly Id[],
  now: Temporal.Instant,
): Promise<readonly ConcernedInstitution[]> {
  if (institutionIds.length === 0) return [];
  return reader.manager.query(
    `WITH named AS (SELECT id, coalesce(parent_id, id) AS root_id FROM institution WHERE id = ANY($1)),
          concerned AS (
            SELECT id, true AS named FROM named
            UNION ALL
            SELECT membership.member_id, false
              FROM named
              JOIN institution AS network ON network.id = named.root_id AND network.kind = 'network'
              JOIN membership ON membership.institution_id = network.id
             WHERE membership.valid_from <= $2
               AND (membership.valid_until IS NULL OR membership.valid_until >= $2))
     SELECT institution.id, institution.kind, institution.name, bool_or(concerned.named) AS named,
            CASE WHEN institution.laender = '{}' THEN coalesce(parent.laender, '{}')
                 ELSE institution.laender END AS laender
       FROM concerned
       JOIN institution ON institution.id = concerned.id
       LEFT JOIN institution AS parent ON parent.id = institution.parent_id
      GROUP BY institution.id, parent.laender
      ORDER BY institution.sort_name, institution.id`,
    [institutionIds, now.toZonedDateTimeISO('Europe/Berlin').toPlainDate()],
  );
}
