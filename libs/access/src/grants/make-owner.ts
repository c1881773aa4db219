import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { RoleGrant } from './role-grant.entity.js';

/**
 * Gives the person the owner's right in the whole instance from that day on and returns true; false if they have it.
 * May run twice.
 */
export async function makeOwner(tx: Tx, personId: Id, from: Temporal.PlainDate): Promise<boolean> {
  const has = await tx.manager
    .createQueryBuilder(RoleGrant, 'g')
    .where(`g.personId = :personId AND g.role = 'owner' AND g.institutionId IS NULL`, { personId })
    .andWhere('(g.validUntil IS NULL OR g.validUntil >= :from)', { from })
    .getExists();
  if (has) return false;
  await tx.manager.insert(RoleGrant, {
    id: newId(),
    personId,
    institutionId: null,
    meetingId: null,
    role: 'owner',
    validFrom: from,
    validUntil: null,
  });
  return true;
}
