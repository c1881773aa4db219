import { Injectable } from '@nestjs/common';
import { PersonRegistry, systemActor } from '#access';
import type { AuthorizedScope, KnownPerson, NewPerson, PersonFacts } from '#access';
import type { Reader, Tx } from '#database';
import type { Id } from '#kernel';
import { createPerson } from '../person/create-person.js';
import { findByAddress } from '../person/find-by-address.js';
import { findPeople } from '../person/find-people.js';
import { getPerson, isPersonReached } from '../person/list-people.js';

/** The directory's people, as signing in needs them. */
@Injectable()
export class DirectoryPersonRegistry extends PersonRegistry {
  async add(tx: Tx, { address, createdAt, ...facts }: NewPerson): Promise<Id> {
    const acting = { actor: systemActor(), now: createdAt };
    const input = { ...facts, position: null, phone: null, homeInstitutionId: null, addresses: [address] };
    const { id } = await createPerson(tx, acting, input);
    return id;
  }

  async find(reader: Reader, personId: Id): Promise<PersonFacts | null> {
    const people = await findPeople(reader, [personId]);
    return people.get(personId) ?? null;
  }

  async findKnown(reader: Reader, scope: AuthorizedScope, personId: Id): Promise<KnownPerson | null> {
    if (!(await isPersonReached(reader, scope, personId))) return null;
    const { homeInstitutionId, addresses } = await getPerson(reader, scope, personId);
    return { homeInstitutionId, addresses: addresses.map(({ address }) => address) };
  }

  async listByAddress(reader: Reader, address: string): Promise<readonly Id[]> {
    const { people } = await findByAddress(reader, address);
    return people.filter(({ shared }) => !shared).map(({ personId }) => personId);
  }
}
