import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Bounds the query to rows whose institution the scope reaches; `column` is SQL for the institution's id. */
export function whereInstitutionReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
  column: string,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  return query.andWhere(`${column} = ANY(:reached)`, { reached: scope.institutionIds });
}

/**
 * Bounds the query to people whom the scope reaches (`personReached`); `column` is the id of a person of the query, such
 * as `person.id`.
 */
export function wherePersonReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
  column: `${string}.id`,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  const parameters = { reached: scope.institutionIds, reader: scope.personId };
  return query.andWhere(personReached(column), parameters);
}

/**
 * SQL: the person is the reader, at home in a reached institution, holds or held an office in one, or was invited by
 * one. `IN` rather than `EXISTS`: PostgreSQL asks once and hashes the answer, where for thousands of candidates it would
 * look into an index three hundred times each.
 */
function personReached(person: `${string}.id`): string {
  const home = person.replace(/id$/, 'homeInstitutionId');
  return `(${person} = :reader OR ${home} = ANY(:reached)
    OR ${person} IN (SELECT held.person_id FROM mandate AS held JOIN office AS seat ON seat.id = held.office_id
                      WHERE seat.institution_id = ANY(:reached))
    OR ${person} IN (SELECT known.person_id FROM acquaintance AS known WHERE known.institution_id = ANY(:reached)))`;
}

/**
 * SQL: the ids of all whom the scope reaches, some of them more than once; for scopes that do not reach everywhere. Needs
 * the parameters of `wherePersonReached`, which a query that bounds itself by that has. To lead a query that would
 * otherwise begin with thousands of candidates whom a narrow scope does not reach.
 */
export const REACHED_PEOPLE = `
  SELECT id FROM person WHERE home_institution_id = ANY(:reached)
   UNION ALL
  SELECT held.person_id FROM mandate AS held JOIN office AS seat ON seat.id = held.office_id
   WHERE seat.institution_id = ANY(:reached)
   UNION ALL
  SELECT known.person_id FROM acquaintance AS known WHERE known.institution_id = ANY(:reached)
   UNION ALL
  SELECT CAST(:reader AS uuid)`;

/** Whether the scope reaches no more people than that; reads so many rows at most. */
export async function reachesAtMost(reader: Reader, scope: AuthorizedScope, most: number): Promise<boolean> {
  if (scope.everywhere) return false;
  const sql = REACHED_PEOPLE.replaceAll(':reached', '$1').replaceAll(':reader', '$2');
  const [counted]: { few: boolean }[] = await reader.manager.query(
    `SELECT count(*) <= $3 AS few FROM (${sql} LIMIT $3 + 1) AS reached`,
    [scope.institutionIds, scope.personId, most],
  );
  return counted?.few ?? false;
}
