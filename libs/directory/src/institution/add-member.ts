import { assertMay } from '#access';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Acting } from '../acting.js';
import { checkPeriod } from '../period.rules.js';
import { checkMembership, lockMemberships } from './check-membership.js';
import { findInstitutions } from './find-institutions.js';
import type { MembershipView } from './list-memberships.js';
import { writeMembership } from './write-membership.js';
import type { NewMembership } from './write-membership.js';

/**
 * Makes an institution a member of another for a period. Memberships are written one after another. Throws
 * `access.denied`, `institution.not-found`, `membership.of-itself`, `period.not-in-order` and what `checkMembership`
 * throws.
 */
export async function addMember(tx: Tx, acting: Acting, input: NewMembership): Promise<MembershipView> {
  const { institutionId, memberId, validFrom, validUntil } = input;
  assertMay(acting.actor, 'membership.change', { institutionIds: [institutionId] });
  // Membership gives the network rights over the member, so the member's side has to allow it as well.
  assertMay(acting.actor, 'institution.change', { institutionIds: [memberId] });
  if (institutionId === memberId) throw new DomainError('membership.of-itself', { pointer: '/memberId' });
  checkPeriod(input);
  await lockMemberships(tx);
  const both = await findInstitutions(tx, [institutionId, memberId]);
  const institution = both.get(institutionId);
  const member = both.get(memberId);
  if (institution === undefined || member === undefined) throw new DomainError('institution.not-found');
  await checkMembership(tx, input, (id) => both.get(id)?.sortName ?? '');
  const { organisationKind, seat, laender, website } = member;
  const id = await writeMembership(tx, acting, input);
  return {
    id,
    institution: { id: institutionId, name: institution.name, kind: institution.kind },
    member: { id: memberId, name: member.name, kind: member.kind, organisationKind, seat, laender, website },
    validFrom,
    validUntil,
    version: 1,
  };
}
