import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { replyHours } from './idempotency/idempotent-replies.js';
import { Session } from './session/session.entity.js';
import { SignInRequest } from './sign-in/sign-in-request.entity.js';

// Long enough that asking can be counted over the last hour.
const REQUEST_KEPT_HOURS = 24;

/** Deletes sign-in requests of yesterday, ended sessions and replies that are no longer kept. May run twice. */
export async function deleteExpired({ manager }: Tx, now: Temporal.Instant): Promise<void> {
  const requestsBefore = now.subtract({ hours: REQUEST_KEPT_HOURS });
  const repliesBefore = now.subtract({ hours: replyHours });
  await manager
    .createQueryBuilder()
    .delete()
    .from(SignInRequest)
    .where('expires_at < :at', { at: requestsBefore })
    .execute();
  await manager.createQueryBuilder().delete().from(Session).where('expires_at < :at', { at: now }).execute();
  await manager
    .createQueryBuilder()
    .delete()
    .from(IdempotencyKey)
    .where('created_at < :at', { at: repliesBefore })
    .execute();
}
