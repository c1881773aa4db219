import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { findPersonViews, withAddresses } from './find-people.js';
import { PERSON_COLUMNS } from './person-view.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';

const byFamilyName: Keyset<Omit<PersonView, 'addresses'>> = {
  list: 'people',
  parts: [
    { path: 'person.familyName', kind: 'text', of: (row) => row.familyName },
    { path: 'person.givenName', kind: 'text', of: (row) => row.givenName },
    idPart('person.id'),
  ],
};

/** A page of people with their addresses, by family and given name. Two queries. */
export async function listPeople(
  reader: Reader,
  _scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<PersonView>> {
  const query = reader.manager.createQueryBuilder(Person, 'person').select(PERSON_COLUMNS);
  const page = toPage(await selectPage(query, byFamilyName, request).getMany(), byFamilyName, request);
  return { items: await withAddresses(reader, page.items), next: page.next };
}

/** One person with all addresses. Two queries. Throws `person.not-found`. */
export async function getPerson(reader: Reader, _scope: AuthorizedScope, id: Id): Promise<PersonView> {
  const [person] = await findPersonViews(reader, [id]);
  if (person === undefined) throw new DomainError('person.not-found');
  return person;
}
