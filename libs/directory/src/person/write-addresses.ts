import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { refusing } from '../constraint-refusals.js';
import { looksShared, planAddresses } from './address.rules.js';
import { PersonAddress } from './person-address.entity.js';

/**
 * Gives a person, whose row is new or locked, exactly these addresses, the first of them preferred. Returns whether
 * anything changed. Throws `person.address-twice`.
 */
export async function writeAddresses(tx: Tx, personId: Id, wanted: readonly string[]): Promise<boolean> {
  const plan = planAddresses(await tx.manager.findBy(PersonAddress, { personId }), wanted);
  if (plan === null) return false;
  if (plan.removed.length > 0) await tx.manager.delete(PersonAddress, [...plan.removed]);
  // First who loses the preference: the partial unique index allows no two, not even between two statements.
  const changed = plan.changed.toSorted((a, b) => Number(a.preferred) - Number(b.preferred));
  for (const { id, ...columns } of changed) await tx.manager.update(PersonAddress, { id }, columns);
  const added = plan.added.map((row) => ({
    ...row,
    id: newId(),
    personId,
    state: 'ok' as const,
    shared: looksShared(row.address),
  }));
  await refusing(() => insertRows(tx, PersonAddress, added));
  await markShared(tx, added);
  return true;
}

/** Of two people with one address one may have been entered twice; three share it. */
async function markShared(tx: Tx, added: readonly { readonly addressFolded: string }[]): Promise<void> {
  if (added.length === 0) return;
  await tx.manager.query(
    `UPDATE person_address SET shared = true
      WHERE NOT shared AND address_folded IN (SELECT address_folded FROM person_address
                                               WHERE address_folded = ANY($1) GROUP BY 1 HAVING count(*) >= 3)`,
    [added.map(({ addressFolded }) => addressFolded)],
  );
}
