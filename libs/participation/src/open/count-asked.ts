import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { openLimits } from './open-registration.policy.js';
import type { AskedBefore } from './open-registration.policy.js';

export interface Traces {
  readonly meetingId: Id;
  readonly addressHash: string;
  readonly clientHash: string;
}

/** Those who register with one address or from one client are counted one after another. Holds until the end of `tx`. */
export async function takeTurns(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtext(hash)) FROM unnest($1::text[]) AS hash', [
    hashes.toSorted(),
  ]);
}

/** What was asked before; the caller has taken their turn. */
export async function countAsked(tx: Tx, traces: Traces, now: Temporal.Instant): Promise<AskedBefore> {
  const { meetingId, addressHash, clientHash } = traces;
  const [asked]: [AskedBefore] = await tx.manager.query(
    `SELECT (SELECT count(*) FROM open_registration WHERE address_hash = $1 AND created_at > $3)::int AS "byAddress",
            (SELECT count(*) FROM open_registration WHERE client_hash = $2 AND created_at > $3)::int AS "byClient",
            (SELECT count(*) FROM open_registration
              WHERE meeting_id = $4 AND state = 'pending' AND expires_at >= $5)::int AS pending`,
    [addressHash, clientHash, now.subtract({ hours: openLimits.hours }), meetingId, now],
  );
  return asked;
}
