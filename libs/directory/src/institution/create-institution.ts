import { assertMay } from '#access';
import type { InstitutionInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId, pickText } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { InstitutionChanged } from '../directory.facts.js';
import { Institution } from './institution.entity.js';
import { reserveSlug } from './slug-reservation.js';

/** Adds an institution and returns it. Throws `access.denied` and `institution.slug-taken`. */
export async function createInstitution(
  tx: Tx,
  acting: Acting,
  input: InstitutionInput,
): Promise<Institution> {
  const { parentId } = input;
  assertMay(acting.actor, 'institution.create', { institutionIds: parentId === null ? [] : [parentId] });
  const { kind, slug, name, mainLanguage } = input;
  await reserveSlug(tx, { kind, slug, institutionId: null });
  const institution: Institution = {
    ...input,
    id: newId(),
    sortName: pickText(name, mainLanguage, mainLanguage).text,
    version: 1,
    createdAt: acting.now,
    changedAt: acting.now,
  };
  await refusing(() => insertRows(tx, Institution, [institution]), { slug });
  await recordChange(tx, acting, {
    action: 'institution.create',
    subjectKind: 'institution',
    subjectId: institution.id,
    institutionIds: parentId === null ? [institution.id] : [institution.id, parentId],
    after: { ...input },
    fact: factOf(InstitutionChanged, { institutionId: institution.id }, acting.now),
  });
  return institution;
}
