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

/** Bounds the query to people whom the scope reaches (`personReached`); `column` is SQL for the person's id. */
export function wherePersonReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
  column: string,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  const parameters = { reached: scope.institutionIds, reader: scope.personId };
  return query.andWhere(personReached(column, ':reached', ':reader'), parameters);
}

/**
 * SQL: the person is the reader, at home in a reached institution, holds or held an office in one, or was invited by
 * one.
 */
export function personReached(person: string, reached: string, reader: string): string {
  return `(${person} = ${reader}
    OR EXISTS (SELECT FROM person AS home WHERE home.id = ${person} AND home.home_institution_id = ANY(${reached}))
    OR EXISTS (SELECT FROM mandate AS held JOIN office AS seat ON seat.id = held.office_id
                WHERE held.person_id = ${person} AND seat.institution_id = ANY(${reached}))
    OR EXISTS (SELECT FROM acquaintance AS known
                WHERE known.person_id = ${person} AND known.institution_id = ANY(${reached})))`;
}
