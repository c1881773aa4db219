import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { MergePair } from './person-merger.js';

/**
 * Locks both rows, by id: the survivor's as any row that is changed, the other's FOR UPDATE, because it goes: whatever
 * is about to refer to it has to wait, and then finds it gone. Throws `person.not-found`.
 */
export async function lockPair(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
  for (const id of [survivorId, otherId].toSorted()) {
    const strength = id === otherId ? 'UPDATE' : 'NO KEY UPDATE';
    const found: unknown[] = await tx.manager.query(`SELECT id FROM person WHERE id = $1 FOR ${strength}`, [
      id,
    ]);
    if (found.length === 0) throw new DomainError('person.not-found');
  }
}
