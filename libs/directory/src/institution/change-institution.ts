import { assertMay } from '#access';
import type { Actor } from '#access';
import type { InstitutionInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { pickText } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { InstitutionChanged } from '../directory.facts.js';
import { differenceOf } from '../merge-patch.js';
import { checkVersion } from '../version-check.js';
import { findInstitutions } from './find-institutions.js';
import { Institution } from './institution.entity.js';
import { checkPlace } from './institution.rules.js';
import { lockInstitution } from './lock-institution.js';
import { SlugHistory } from './slug-history.entity.js';
import { reserveSlug } from './slug-reservation.js';

export interface InstitutionChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  readonly patch: Partial<Omit<InstitutionInput, 'kind'>>;
}

/**
 * Changes what the patch names and returns the institution; a slug given up stays in the history. A patch that changes
 * nothing leaves the version alone. Holds the institution's row lock. Throws `access.denied`,
 * `institution.not-found`, `version.stale`, `institution.slug-taken` and what `checkPlace` throws.
 */
export async function changeInstitution(
  tx: Tx,
  acting: Acting,
  { id, ifMatch, patch }: InstitutionChange,
): Promise<Institution> {
  assertMay(acting.actor, 'institution.change', { institutionIds: [id] });
  const current = await lockInstitution(tx, id);
  authorizeMove(acting.actor, current.parentId, patch.parentId);
  checkVersion(current, ifMatch);
  const difference = differenceOf<Omit<InstitutionInput, 'kind'>>(current, patch);
  if (difference === null) return current;
  const changed = { ...current, ...difference.after, version: current.version + 1, changedAt: acting.now };
  await checkNewPlace(tx, changed);
  changed.sortName = pickText(changed.name, changed.mainLanguage, changed.mainLanguage).text;
  if (changed.slug !== current.slug) await moveSlug(tx, current, changed);
  const { version, changedAt, sortName, slug } = changed;
  const columns = { ...difference.after, version, changedAt, sortName };
  await refusing(() => tx.manager.update(Institution, { id }, columns), { slug });
  await recordChange(tx, acting, {
    action: 'institution.change',
    subjectKind: 'institution',
    subjectId: id,
    institutionIds: [id, ...parentsOf(current), ...parentsOf(changed)],
    ...difference,
    fact: factOf(InstitutionChanged, { institutionId: id }, acting.now),
  });
  return changed;
}

/** A committee is its institution's own, so both the old and the new one must allow it to move. */
function authorizeMove(actor: Actor, from: Id | null, to: Id | null | undefined): void {
  if (to === undefined || to === from) return;
  for (const id of [from, to]) {
    assertMay(actor, 'institution.create', { institutionIds: id === null ? [] : [id] });
  }
}

function parentsOf({ parentId }: Institution): readonly Id[] {
  return parentId === null ? [] : [parentId];
}

/** What it would belong to and be run by is there and of the right kind. */
async function checkNewPlace(tx: Tx, to: Institution): Promise<void> {
  const { parentId, operatorId } = to;
  const named = [parentId, operatorId].filter((id) => id !== null);
  checkPlace(to, await findInstitutions(tx, named));
}

async function moveSlug(tx: Tx, from: Institution, to: Institution): Promise<void> {
  const { id, kind } = from;
  await reserveSlug(tx, { kind, slug: to.slug, institutionId: id, retiring: from.slug });
  await tx.manager.delete(SlugHistory, { kind, slug: to.slug });
  await insertRows(tx, SlugHistory, [{ kind, slug: from.slug, institutionId: id, retiredAt: to.changedAt }]);
}
