import type { PersonInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PersonChanged } from '../directory.facts.js';
import { authorizeChange } from '../directory.policy.js';
import { getPerson } from './list-people.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';
import { writeAddresses } from './write-addresses.js';

/** Adds a person, the first address preferred. Throws `access.denied` and `person.address-twice`. */
export async function createPerson(tx: Tx, acting: Acting, input: PersonInput): Promise<PersonView> {
  const scope = authorizeChange(acting.actor);
  const { addresses = [], ...fields } = input;
  const id = newId();
  const times = { createdAt: acting.now, changedAt: acting.now };
  await insertRows(tx, Person, [{ ...fields, ...times, id, homeInstitutionId: null, version: 1 }]);
  await writeAddresses(tx, id, addresses);
  await recordChange(tx, acting, {
    action: 'person.create',
    subjectKind: 'person',
    subjectId: id,
    personal: { after: { ...fields, addresses } },
    fact: factOf(PersonChanged, { personId: id }, acting.now),
  });
  return getPerson(tx, scope, id);
}
