import type { AuthorizedScope } from '#access';
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
