import { findScope } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Person } from '../person/person.entity.js';
import { wherePersonReached } from './scope.sql.js';

/** Those of the people whose contact data the actor may read; their own they always may. One query. */
export async function findReadablePeople(
  reader: Reader,
  actor: Actor,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const scope = findScope(actor, 'person.read');
  if (scope === null || ids.length === 0) return new Set(ids.filter((id) => id === actor.personId));
  const query = reader.manager
    .createQueryBuilder(Person, 'person')
    .select('person.id', 'id')
    .where('person.id = ANY(:ids)', { ids });
  const rows = await wherePersonReached(query, scope, 'person.id').getRawMany<{ id: Id }>();
  return new Set(rows.map(({ id }) => id));
}
