import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';
import { Person } from '../person/person.entity.js';
import { wherePersonReached } from './scope.sql.js';

/** What an office, mandate or membership in the log is about. */
export interface LogSubject {
  readonly id: Id;
  readonly institutionId: Id;
  readonly office: LocalizedText | null;
  readonly personId: Id | null;
  readonly memberId: Id | null;
}

/** Offices, mandates and memberships with these ids, by id; what is gone is missing. One query. */
export async function findLogSubjects(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, LogSubject>> {
  if (ids.length === 0) return new Map();
  const rows: LogSubject[] = await reader.manager.query(
    `SELECT id, institution_id AS "institutionId", name AS office, NULL::uuid AS "personId", NULL::uuid AS "memberId"
       FROM office WHERE id = ANY($1)
     UNION ALL
     SELECT mandate.id, office.institution_id, office.name, mandate.person_id, NULL
       FROM mandate JOIN office ON office.id = mandate.office_id WHERE mandate.id = ANY($1)
     UNION ALL
     SELECT id, institution_id, NULL, NULL, member_id FROM membership WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of the people whom the scope reaches; null reaches nobody. One query. */
export async function listReachedPeople(
  reader: Reader,
  scope: AuthorizedScope | null,
  ids: readonly Id[],
): Promise<readonly Id[]> {
  if (scope === null || ids.length === 0) return [];
  const query = reader.manager
    .createQueryBuilder(Person, 'person')
    .select(['person.id'])
    .where('person.id = ANY(:ids)', { ids });
  return (await wherePersonReached(query, scope, 'person.id').getMany()).map(({ id }) => id);
}
