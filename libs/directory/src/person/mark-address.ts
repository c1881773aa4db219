import { assertMay, scopeOf } from '#access';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PersonChanged } from '../directory.facts.js';
import { homesOf, placeOfHome } from '../rights/person-home.js';
import { checkVersion } from '../version-check.js';
import { getPerson } from './list-people.js';
import { lockPerson } from './lock-person.js';
import { PersonAddress } from './person-address.entity.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';

export interface AddressMark {
  readonly id: Id;
  readonly addressId: Id;
  /** The version of the person that the caller has seen. */
  readonly ifMatch: number;
  readonly shared: boolean;
}

/**
 * Says whether several people read a person's mailbox. The same again leaves the version alone. Holds the person's row
 * lock. Throws `access.denied`, `person.not-found`, `address.not-found` and `version.stale`.
 */
export async function markAddress(
  tx: Tx,
  acting: Acting,
  { id, addressId, ifMatch, shared }: AddressMark,
): Promise<PersonView> {
  const scope = scopeOf(acting.actor, 'person.read');
  const row = await lockPerson(tx, id);
  const before = await getPerson(tx, scope, id);
  assertMay(acting.actor, 'person.change', placeOfHome(row.homeInstitutionId));
  checkVersion(row, ifMatch);
  const address = before.addresses.find((one) => one.id === addressId);
  if (address === undefined) throw new DomainError('address.not-found');
  if (address.shared === shared) return before;
  await tx.manager.update(PersonAddress, { id: addressId }, { shared });
  await tx.manager.update(Person, { id }, { version: row.version + 1, changedAt: acting.now });
  await recordChange(tx, acting, {
    action: 'person.mark-address',
    subjectKind: 'person',
    subjectId: id,
    institutionIds: homesOf(row),
    before: { addressId, shared: !shared },
    after: { addressId, shared },
    fact: factOf(PersonChanged, { personId: id }, acting.now),
  });
  return getPerson(tx, scope, id);
}
