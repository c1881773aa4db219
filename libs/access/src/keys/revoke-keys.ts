import { IsNull } from 'typeorm';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { ApiKey } from './api-key.entity.js';

/** Revokes every key of the person that still worked, and tells how many. May run twice. */
export async function revokeKeys(tx: Tx, personId: Id, now: Temporal.Instant): Promise<number> {
  const { affected } = await tx.manager.update(ApiKey, { personId, revokedAt: IsNull() }, { revokedAt: now });
  return affected ?? 0;
}
