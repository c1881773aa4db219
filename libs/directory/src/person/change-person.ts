import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import type { PersonInput } from '#contracts';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PersonChanged } from '../directory.facts.js';
import { differenceOf } from '../merge-patch.js';
import type { Difference } from '../merge-patch.js';
import { checkVersion } from '../version-check.js';
import { placeOfHome } from '../rights/person-home.js';
import { getPerson } from './list-people.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';
import { writeAddresses } from './write-addresses.js';

type PersonFields = Omit<PersonInput, 'addresses'>;

export interface PersonChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  /** Addresses, if given, replace all present ones; those that stay keep their state. */
  readonly patch: Partial<PersonInput>;
}

/**
 * Changes what the patch names. A patch that changes nothing leaves the version alone. Holds the person's row lock.
 * Throws `access.denied`, `person.not-found`, `version.stale` and `person.address-twice`.
 */
export async function changePerson(tx: Tx, acting: Acting, change: PersonChange): Promise<PersonView> {
  const { id, ifMatch, patch } = change;
  const { addresses, ...fields } = patch;
  const scope = scopeOf(acting.actor, 'person.read');
  const row = await lockPerson(tx, id);
  const before = await getPerson(tx, scope, id);
  authorizeMove(acting.actor, row.homeInstitutionId, fields.homeInstitutionId);
  checkVersion(row, ifMatch);
  const difference = differenceOf<PersonFields>(row, fields);
  const readdressed = addresses !== undefined && (await writeAddresses(tx, id, addresses));
  if (difference === null && !readdressed) return before;
  const columns = { ...difference?.after, version: row.version + 1, changedAt: acting.now };
  await tx.manager.update(Person, { id }, columns);
  const after = await getPerson(tx, scope, id);
  await record(tx, acting, { before, after, difference });
  return after;
}

/** Who changes somebody's home must be allowed to at both ends. */
function authorizeMove(actor: Actor, from: Id | null, to: Id | null | undefined): void {
  assertMay(actor, 'person.change', placeOfHome(from));
  if (to !== undefined) assertMay(actor, 'person.change', placeOfHome(to));
}

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

interface Changed {
  readonly before: PersonView;
  readonly after: PersonView;
  readonly difference: Difference<PersonFields> | null;
}

async function record(tx: Tx, acting: Acting, { before, after, difference }: Changed): Promise<void> {
  await recordChange(tx, acting, {
    action: 'person.change',
    subjectKind: 'person',
    subjectId: after.id,
    personal: {
      before: { ...difference?.before, addresses: before.addresses.map(({ address }) => address) },
      after: { ...difference?.after, addresses: after.addresses.map(({ address }) => address) },
    },
    fact: factOf(PersonChanged, { personId: after.id }, acting.now),
  });
}
