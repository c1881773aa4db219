import { assertMay } from '#access';
import { writeAudit } from '#audit';
import type { PaperHeadInput } from '#contracts';
import type { Tx } from '#database';
import { getInstitution } from '#directory';
import type { Acting } from '#directory';
import { scopeOf } from '#access';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { PaperHeadSettings } from '../tables/paper-head.entity.js';
import { blankHead, readPaperHead } from './read-head.js';
import type { PaperHeadView } from './read-head.js';

export interface PaperHeadChange {
  readonly institutionId: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  readonly patch: Partial<PaperHeadInput>;
}

/**
 * Changes who is said to pay. Holds the head's row. Throws `access.denied`, `institution.not-found` and
 * `version.stale`.
 */
export async function changePaperHead(
  tx: Tx,
  acting: Acting,
  { institutionId, ifMatch, patch }: PaperHeadChange,
): Promise<PaperHeadView> {
  const current = await lockPaperHead(tx, acting, institutionId);
  if (current.version !== ifMatch) throw new DomainError('version.stale', { version: current.version });
  const { unionFunding, fundingLine } = { ...current, ...patch };
  await saveHead(tx, acting, current, { unionFunding, fundingLine });
  return readPaperHead(tx, institutionId);
}

/**
 * The head's row, made if there is none, and held until the transaction ends. Throws `access.denied` and
 * `institution.not-found`.
 */
export async function lockPaperHead(
  tx: Tx,
  { actor, now }: Acting,
  institutionId: Id,
): Promise<PaperHeadSettings> {
  assertMay(actor, 'institution.change', { institutionIds: [institutionId] });
  await getInstitution(tx, scopeOf(actor, 'institution.change'), institutionId);
  const { unionFunding, version } = blankHead;
  await tx.manager.query(
    `INSERT INTO paper_head (institution_id, union_funding, version, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [institutionId, unionFunding, version, now],
  );
  const lock = { mode: 'for_no_key_update' } as const;
  return tx.manager.findOneOrFail(PaperHeadSettings, { where: { institutionId }, lock });
}

/** Writes the values under the next version, and who changed what. */
export async function saveHead(
  tx: Tx,
  { actor, now }: Acting,
  current: PaperHeadSettings,
  change: Partial<Pick<PaperHeadSettings, 'unionFunding' | 'fundingLine'>> & { readonly logos?: number },
): Promise<void> {
  const { institutionId, version } = current;
  const { logos, ...columns } = change;
  const next = { ...columns, version: version + 1, changedAt: now };
  await tx.manager.update(PaperHeadSettings, { institutionId }, next);
  const { unionFunding, fundingLine } = current;
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      requestId: actor.requestId,
      action: 'institution.paper-head',
      subjectKind: 'institution',
      subjectId: institutionId,
      institutionIds: [institutionId],
      before: { unionFunding, fundingLine },
      after: { unionFunding, fundingLine, ...columns, ...(logos !== undefined && { logos }) },
    },
  ]);
}
