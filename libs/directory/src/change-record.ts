import { writeAudit } from '#audit';
import type { AuditRecord } from '#audit';
import type { Tx } from '#database';
import { recordFacts } from '#queue';
import type { NewFact } from '#queue';
import type { Acting } from './acting.js';

type ChangeRecord = Pick<
  AuditRecord,
  'action' | 'subjectKind' | 'subjectId' | 'institutionIds' | 'before' | 'after' | 'personal'
> & { readonly fact: NewFact };

/** Writes who changed what, and the fact that others may follow up, in the change's own transaction. */
export async function recordChange(tx: Tx, { actor, now }: Acting, change: ChangeRecord): Promise<void> {
  const { fact, ...entry } = change;
  const { personId, channel, requestId } = actor;
  await writeAudit(tx, [{ ...entry, at: now, actorPersonId: personId, channel, requestId }]);
  await recordFacts(tx, [fact]);
}
