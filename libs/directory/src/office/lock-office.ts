import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Office } from './office.entity.js';

/**
 * Locks the row until the end of the transaction (FOR NO KEY UPDATE): the lock under which seats are given and taken
 * away. Throws `office.not-found`.
 */
export async function lockOffice(tx: Tx, id: Id): Promise<Office> {
  const office = await tx.manager
    .createQueryBuilder(Office, 'office')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (office === null) throw new DomainError('office.not-found');
  return office;
}
