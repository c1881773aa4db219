import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Institution } from './institution.entity.js';

/** Locks the row until the end of the transaction (FOR NO KEY UPDATE). Throws `institution.not-found`. */
export async function lockInstitution(tx: Tx, id: Id): Promise<Institution> {
  const institution = await tx.manager
    .createQueryBuilder(Institution, 'institution')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (institution === null) throw new DomainError('institution.not-found');
  return institution;
}
