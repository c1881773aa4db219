import type { Actor } from '#access';
import type { PersonInput } from '#contracts';
import type { Reader, Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { PersonChanged } from '../directory.facts.js';
import { differenceOf } from '../merge-patch.js';
import { homesOf } from '../rights/person-home.js';
import { findPersonViews } from './find-people.js';
import { lockPerson } from './lock-person.js';
import type { PersonView } from './person-view.js';
import { Person } from './person.entity.js';

type OwnFields = Pick<PersonInput, 'language' | 'phone'>;

/** What the directory says about the actor. Two queries. Throws `access.not-signed-in` for an actor without a person. */
export async function getMyself(reader: Reader, actor: Actor): Promise<PersonView> {
  const [person] = await findPersonViews(reader, [idOf(actor)]);
  if (person === undefined) throw new DomainError('access.not-signed-in');
  return person;
}

/**
 * Changes the actor's own language or telephone, which needs no right. A patch that changes nothing leaves the version
 * alone. Holds the person's row lock. Throws `access.not-signed-in` for an actor without a person.
 */
export async function changeMyself(tx: Tx, acting: Acting, patch: Partial<OwnFields>): Promise<PersonView> {
  const { actor, now } = acting;
  const row = await lockPerson(tx, idOf(actor));
  const difference = differenceOf<OwnFields>(row, patch);
  if (difference === null) return getMyself(tx, actor);
  const columns = { ...difference.after, version: row.version + 1, changedAt: now };
  await tx.manager.update(Person, { id: row.id }, columns);
  await recordChange(tx, acting, {
    action: 'person.change',
    subjectKind: 'person',
    subjectId: row.id,
    institutionIds: homesOf(row),
    personal: { ...difference },
    fact: factOf(PersonChanged, { personId: row.id }, now),
  });
  return getMyself(tx, actor);
}

function idOf({ personId }: Actor): Id {
  if (personId === null) throw new DomainError('access.not-signed-in');
  return personId;
}
