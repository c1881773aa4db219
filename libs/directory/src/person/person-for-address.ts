import type { Tx } from '#database';
import type { Id, Language } from '#kernel';
import type { Acting } from '../acting.js';
import { createPerson } from './create-person.js';
import { findByAddress } from './find-by-address.js';
import { findPeople } from './find-people.js';

/** Somebody as another person names them. */
export interface NamedColleague {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly language: Language;
}

/**
 * The person who is reached at the address: whose own it is, or whoever of those sharing the mailbox bears the name.
 * Nothing of them is changed. Null if the directory knows nobody like that.
 */
export async function findPersonForAddress(
  tx: Tx,
  { address, givenName, familyName }: NamedColleague,
): Promise<Id | null> {
  const { people } = await findByAddress(tx, address);
  const [own] = people;
  if (people.length === 1 && own?.shared === false) return own.personId;
  const known = await findPeople(
    tx,
    people.map(({ personId }) => personId),
  );
  const name = folded(givenName, familyName);
  const namesake = [...known.values()].find((one) => folded(one.givenName, one.familyName) === name);
  return namesake?.id ?? null;
}

/** Adds a person as somebody else has named them, at home where they are invited. */
export async function addNamedPerson(
  tx: Tx,
  acting: Acting,
  { address, ...named }: NamedColleague,
  homeInstitutionId: Id,
): Promise<Id> {
  const { id } = await createPerson(tx, acting, {
    ...named,
    academicTitle: null,
    salutation: 'none',
    position: null,
    phone: null,
    homeInstitutionId,
    addresses: [address],
  });
  return id;
}

function folded(givenName: string, familyName: string): string {
  return `${givenName} ${familyName}`.trim().toLowerCase();
}
