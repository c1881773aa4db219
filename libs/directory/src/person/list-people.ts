import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { withAddresses } from './find-people.js';
import { wherePersonIs } from './person-filter.js';
import type { PersonFilter } from './person-filter.js';
import { PERSON_COLUMNS } from './person-view.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';
import { wherePersonReached } from '../rights/scope.sql.js';

const byFamilyName: Keyset<Omit<PersonView, 'addresses'>> = {
  list: 'people',
  parts: [
    { path: 'person.familyName', kind: 'text', of: (row) => row.familyName },
    { path: 'person.givenName', kind: 'text', of: (row) => row.givenName },
    idPart('person.id'),
  ],
};

/**
 * A page of the people whom the scope reaches and the filter means, with their addresses, by family and given name. Two
 * queries.
 */
export async function listPeople(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & PersonFilter,
): Promise<Page<PersonView>> {
  const query = reader.manager.createQueryBuilder(Person, 'person').select(PERSON_COLUMNS);
  wherePersonReached(query, scope, 'person.id');
  wherePersonIs(query, scope, request);
  const page = toPage(await selectPage(query, byFamilyName, request).getMany(), byFamilyName, request);
  return { items: await withAddresses(reader, page.items), next: page.next };
}

/** Whether there is such a person and the scope reaches them. One query. */
export async function isPersonReached(reader: Reader, scope: AuthorizedScope, id: Id): Promise<boolean> {
  const query = reader.manager.createQueryBuilder(Person, 'person').where({ id });
  return wherePersonReached(query, scope, 'person.id').getExists();
}

/** One person with all addresses. Two queries. Throws `person.not-found`, also for one the scope does not reach. */
export async function getPerson(reader: Reader, scope: AuthorizedScope, id: Id): Promise<PersonView> {
  const query = reader.manager.createQueryBuilder(Person, 'person').select(PERSON_COLUMNS).where({ id });
  const rows = await wherePersonReached(query, scope, 'person.id').getMany();
  const [person] = await withAddresses(reader, rows);
  if (person === undefined) throw new DomainError('person.not-found');
  return person;
}
