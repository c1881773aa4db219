import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Person } from './person.entity.js';

/** Locks the row until the end of the transaction (FOR NO KEY UPDATE). Throws `person.not-found`. */
export async function lockPerson(tx: Tx, id: Id): Promise<Person> {
  const person = await tx.manager
    .createQueryBuilder(Person, 'person')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (person === null) throw new DomainError('person.not-found');
  return person;
}
