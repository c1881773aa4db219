import { assertMay } from '#access';
import type { InstitutionInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId, pickText } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { InstitutionChanged } from '../directory.facts.js';
import { createCommitteeOffices, usualMemberSeats } from './committee-offices.js';
import { findInstitutions } from './find-institutions.js';
import { checkPlace } from './institution.rules.js';
import { Institution } from './institution.entity.js';
import { reserveSlug } from './slug-reservation.js';
import { writeMembership } from './write-membership.js';

export type NewInstitution = InstitutionInput & {
  /** What it is a member of from today on; who keeps that one may create it. */
  readonly memberOf?: Id | null;
  /** A committee's seats for members. */
  readonly memberSeats?: number;
};

/**
 * Adds an institution and returns it; a committee gets its offices (chair, members, guests), and with `memberOf` it is
 * a member from today on. Throws `access.denied`, `institution.slug-taken`, what `checkPlace` throws, and
 * `institution.not-found` for an unknown `memberOf`.
 */
export async function createInstitution(
  tx: Tx,
  acting: Acting,
  { memberOf = null, memberSeats = usualMemberSeats, ...input }: NewInstitution,
): Promise<Institution> {
  assertMayCreate(acting, [input.parentId, memberOf]);
  const { kind, slug, name, mainLanguage, parentId, operatorId } = input;
  const named = await findInstitutions(tx, notNull([parentId, operatorId, memberOf]));
  const id = newId();
  checkPlace({ ...input, id }, named);
  await reserveSlug(tx, { kind, slug, institutionId: null });
  const institution: Institution = {
    ...input,
    id,
    sortName: pickText(name, mainLanguage, mainLanguage).text,
    logoFileId: null,
    version: 1,
    createdAt: acting.now,
    changedAt: acting.now,
  };
  await refusing(() => insertRows(tx, Institution, [institution]), { slug });
  await recordChange(tx, acting, {
    action: 'institution.create',
    subjectKind: 'institution',
    subjectId: id,
    institutionIds: parentId === null ? [id] : [id, parentId],
    after: { ...input },
    fact: factOf(InstitutionChanged, { institutionId: id }, acting.now),
  });
  if (kind === 'committee') await createCommitteeOffices(tx, acting, { institutionId: id, memberSeats });
  if (memberOf !== null) await join(tx, acting, { institution: named.get(memberOf), memberId: id });
  return institution;
}

/** Whoever may create something within each of those it will belong to; within none, only who may everywhere. */
function assertMayCreate({ actor }: Acting, within: readonly (Id | null)[]): void {
  const places = notNull(within);
  if (places.length === 0) assertMay(actor, 'institution.create', { institutionIds: [] });
  for (const place of places) assertMay(actor, 'institution.create', { institutionIds: [place] });
}

interface Joining {
  readonly institution: { readonly id: Id; readonly zone: string } | undefined;
  readonly memberId: Id;
}

async function join(tx: Tx, acting: Acting, { institution, memberId }: Joining): Promise<void> {
  if (institution === undefined) throw new DomainError('institution.not-found', { pointer: '/memberOf' });
  const validFrom = acting.now.toZonedDateTimeISO(institution.zone).toPlainDate();
  await writeMembership(tx, acting, { institutionId: institution.id, memberId, validFrom, validUntil: null });
}

function notNull(ids: readonly (Id | null)[]): readonly Id[] {
  return ids.filter((id) => id !== null);
}
