import { scopeOf } from '#access';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { DeputiesChanged } from '../directory.facts.js';
import { checkPeriod, overlaps } from '../period.rules.js';
import type { Period } from '../period.rules.js';
import { getPerson } from '../person/list-people.js';
import { lockForDeputies } from './deputy-change.js';
import { Deputy } from './deputy.entity.js';
import { findDeputiesFrom } from './find-deputies.js';
import type { DeputyView } from './find-deputies.js';

export interface NewDeputy extends Period {
  readonly officeId: Id;
  readonly personId: Id;
}

/**
 * Adds a deputy behind the present ones. Holds the office's row lock. Throws `access.denied`, `office.not-found`,
 * `person.not-found`, `period.not-in-order` and `deputy.is-one-already`.
 */
export async function addDeputy(tx: Tx, acting: Acting, input: NewDeputy): Promise<DeputyView> {
  checkPeriod(input);
  const { officeId, personId, validFrom, validUntil } = input;
  const { office } = await lockForDeputies(tx, acting, officeId);
  const person = await getPerson(tx, scopeOf(acting.actor, 'person.read'), personId);
  const others = (await findDeputiesFrom(tx, officeId, validFrom)).filter((other) => overlaps(other, input));
  if (others.some((other) => other.person.id === personId)) throw new DomainError('deputy.is-one-already');
  const rank = Math.max(0, ...others.map((other) => other.rank)) + 1;
  const id = newId();
  const row = { id, officeId, personId, rank, validFrom, validUntil };
  await refusing(() => insertRows(tx, Deputy, [row]));
  await recordChange(tx, acting, {
    action: 'deputy.add',
    subjectKind: 'office',
    subjectId: officeId,
    institutionIds: [office.institutionId],
    after: row,
    fact: factOf(DeputiesChanged, { officeId }, acting.now),
  });
  return { id, officeId, rank, validFrom, validUntil, person };
}
