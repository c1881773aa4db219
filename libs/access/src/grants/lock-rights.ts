import type { Tx } from '#database';
import type { Id } from '#kernel';

/**
 * Locks what these people may do (advisory, until the transaction ends): a right is not given to somebody without a
 * login while another transaction gives the login. Ids in order, so that two never wait for each other.
 */
export async function lockRights(tx: Tx, personIds: readonly Id[]): Promise<void> {
  const names = [...new Set(personIds)].toSorted().map((id) => `rights of ${id}`);
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtext(name)) FROM unnest($1::text[]) AS name', [
    names,
  ]);
}
