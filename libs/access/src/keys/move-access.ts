import type { Reader, Tx } from '#database';
import type { Id } from '#kernel';

/** How somebody gets in, and which rights they have by name that are not over. */
export interface AccessCount {
  readonly logins: number;
  readonly keys: number;
  readonly grants: number;
}

/** One query. Revoked keys do not count; rights count from whenever they hold, ended ones too. */
export async function countAccess(reader: Reader, personId: Id): Promise<AccessCount> {
  const [counted]: [AccessCount] = await reader.manager.query(
    `SELECT (SELECT count(*)::int FROM login WHERE person_id = $1) AS logins,
            (SELECT count(*)::int FROM api_key WHERE person_id = $1 AND revoked_at IS NULL) AS keys,
            (SELECT count(*)::int FROM role_grant WHERE person_id = $1) AS grants`,
    [personId],
  );
  return counted;
}

/**
 * Lets one person have what another one signs in with, their keys and rights by name, in the caller's transaction; who
 * is signed in stays so. A right that both have is kept twice, each for its own time.
 */
export async function moveAccess(tx: Tx, from: Id, to: Id): Promise<void> {
  for (const table of ['login', 'api_key', 'role_grant']) {
    await tx.manager.query(`UPDATE ${table} SET person_id = $2 WHERE person_id = $1`, [from, to]);
  }
  // A key of a call means nothing to somebody else who happens to have used the same one.
  await tx.manager.query(
    `DELETE FROM idempotency_key AS mine USING idempotency_key AS theirs
      WHERE mine.person_id = $1 AND theirs.person_id = $2 AND theirs.key = mine.key`,
    [from, to],
  );
  await tx.manager.query('UPDATE idempotency_key SET person_id = $2 WHERE person_id = $1', [from, to]);
}
