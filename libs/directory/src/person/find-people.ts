import type { Reader } from '#database';
import type { Id } from '#kernel';
import { reachableAddress } from './address.rules.js';
import type { ReachableAddress } from './address.rules.js';
import { findAddresses, PERSON_COLUMNS } from './person-view.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';

/** Who somebody is and where they are reached: enough for a greeting, an envelope and an organiser's line. */
export type PersonContact = Omit<PersonView, 'addresses'> & ReachableAddress;

/** The people with these ids in two queries, by id; unknown ids are missing from the map. */
export async function findPeople(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, PersonContact>> {
  const people = await findPersonViews(reader, ids);
  return new Map(
    people.map(({ addresses, ...person }) => [person.id, { ...person, ...reachableAddress(addresses) }]),
  );
}

/** The people with these ids and all their addresses, in no order. Two queries. */
export async function findPersonViews(reader: Reader, ids: readonly Id[]): Promise<readonly PersonView[]> {
  if (ids.length === 0) return [];
  const rows = await reader.manager
    .createQueryBuilder(Person, 'person')
    .select(PERSON_COLUMNS)
    .where('person.id = ANY(:ids)', { ids })
    .getMany();
  return withAddresses(reader, rows);
}

/** Adds the addresses. One query. */
export async function withAddresses(
  reader: Reader,
  rows: readonly Omit<PersonView, 'addresses'>[],
): Promise<readonly PersonView[]> {
  const addresses = await findAddresses(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, addresses: addresses.get(row.id) ?? [] }));
}
