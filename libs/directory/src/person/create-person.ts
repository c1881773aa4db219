import { assertMay, scopeOf } from '#access';
import type { PersonInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PersonChanged } from '../directory.facts.js';
import { getPerson } from './list-people.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';
import { homesOf, placeOfHome } from '../rights/person-home.js';
import { writeAddresses } from './write-addresses.js';

/** Adds a person, the first address preferred. Throws `access.denied` and `person.address-twice`. */
export async function createPerson(tx: Tx, acting: Acting, input: PersonInput): Promise<PersonView> {
  const { addresses = [], ...fields } = input;
  assertMay(acting.actor, 'person.create', placeOfHome(fields.homeInstitutionId));
  const id = newId();
  const times = { createdAt: acting.now, changedAt: acting.now };
  await insertRows(tx, Person, [{ ...fields, ...times, id, version: 1 }]);
  await writeAddresses(tx, id, addresses);
  await recordChange(tx, acting, {
    action: 'person.create',
    subjectKind: 'person',
    subjectId: id,
    institutionIds: homesOf(fields),
    personal: { after: { ...fields, addresses } },
    fact: factOf(PersonChanged, { personId: id }, acting.now),
  });
  return getPerson(tx, scopeOf(acting.actor, 'person.read'), id);
}
