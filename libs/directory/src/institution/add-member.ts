import { assertMay } from '#access';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MembershipAdded } from '../directory.facts.js';
import { checkPeriod } from '../period.rules.js';
import type { Period } from '../period.rules.js';
import { findInstitutions } from './find-institutions.js';
import type { MembershipView } from './list-members.js';
import { Membership } from './membership.entity.js';

export interface NewMembership extends Period {
  readonly institutionId: Id;
  readonly memberId: Id;
}

/**
 * Makes an institution a member of another for a period. Throws `access.denied`, `institution.not-found`,
 * `membership.of-itself`, `period.not-in-order` and, if it is a member already on one of the days,
 * `membership.overlaps`.
 */
export async function addMember(tx: Tx, acting: Acting, input: NewMembership): Promise<MembershipView> {
  const { institutionId, memberId, validFrom, validUntil } = input;
  assertMay(acting.actor, 'membership.change', { institutionIds: [institutionId] });
  // Membership gives the network rights over the member, so the member's side has to allow it as well.
  assertMay(acting.actor, 'institution.change', { institutionIds: [memberId] });
  if (institutionId === memberId) throw new DomainError('membership.of-itself');
  checkPeriod(input);
  const both = await findInstitutions(tx, [institutionId, memberId]);
  const member = both.get(memberId);
  if (member === undefined || !both.has(institutionId)) throw new DomainError('institution.not-found');
  const id = newId();
  await refusing(() => insertRows(tx, Membership, [{ id, ...input }]));
  await recordChange(tx, acting, {
    action: 'membership.add',
    subjectKind: 'membership',
    subjectId: id,
    after: { ...input },
    fact: factOf(MembershipAdded, { membershipId: id, institutionId, memberId }, acting.now),
  });
  const { kind, name } = member;
  return { id, member: { id: memberId, name, kind }, validFrom, validUntil };
}
