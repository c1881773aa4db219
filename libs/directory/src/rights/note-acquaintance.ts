import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';

/** Remembers that these institutions have invited these people; who is known already stays so. One statement. */
export async function noteAcquaintance(
  tx: Tx,
  met: {
    readonly institutionIds: readonly Id[];
    readonly personIds: readonly Id[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await tx.manager.query(
    `INSERT INTO acquaintance (institution_id, person_id, since)
     SELECT institution_id, person_id, $3 FROM unnest($1::uuid[]) AS institution_id, unnest($2::uuid[]) AS person_id
      ORDER BY 1, 2
     ON CONFLICT DO NOTHING`,
    [met.institutionIds, met.personIds, met.at],
  );
}
