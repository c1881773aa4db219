import type { Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor } from '../grants/actor.js';
import { scopeOf } from '../grants/authorized-scope.js';
import { assertMay, nowhere } from '../grants/reach.policy.js';
import type { KnownPerson, PersonRegistry } from '../person-registry.js';

interface Asked {
  readonly actor: Actor;
  readonly personId: Id;
}

/** The person whose logins the actor may give and withdraw. Throws `access.denied` and `person.not-found`. */
export async function getLoginPerson(
  people: PersonRegistry,
  reader: Reader,
  { actor, personId }: Asked,
): Promise<KnownPerson> {
  const person = await people.findKnown(reader, scopeOf(actor, 'person.read'), personId);
  if (person === null) throw new DomainError('person.not-found');
  const { homeInstitutionId: home } = person;
  assertMay(actor, 'login.give', home === null ? nowhere : { institutionIds: [home] });
  return person;
}
