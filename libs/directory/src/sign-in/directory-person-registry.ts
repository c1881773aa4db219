import { Injectable } from '@nestjs/common';
import { PersonRegistry, systemActor } from '#access';
import type { AuthorizedScope, KnownPerson, NewPerson, PersonFacts } from '#access';
import type { Reader, Tx } from '#database';
import type { Id } from '#kernel';
import { foldAddress } from '../person/address.rules.js';
import { createPerson } from '../person/create-person.js';
import { findPeople } from '../person/find-people.js';
import { getPerson, isPersonReached } from '../person/list-people.js';
import { PersonAddress } from '../person/person-address.entity.js';

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
    const rows = await reader.manager.findBy(PersonAddress, { addressFolded: foldAddress(address) });
    return rows.map(({ personId }) => personId);
  }
}
