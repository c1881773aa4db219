import type { Tx } from '#database';
import type { Id } from '#kernel';

/**
 * Lets entries about one row, and by one person, be about and by another: two people have turned out to be one. In the
 * caller's transaction; entries say nothing else than before.
 */
export async function moveAudit(
  tx: Tx,
  { kind, from, to }: { readonly kind: string; readonly from: Id; readonly to: Id },
): Promise<void> {
  await tx.manager.query(
    'UPDATE audit_entry SET subject_id = $3 WHERE subject_kind = $1 AND subject_id = $2',
    [kind, from, to],
  );
  await tx.manager.query('UPDATE audit_entry SET actor_person_id = $2 WHERE actor_person_id = $1', [
    from,
    to,
  ]);
}
