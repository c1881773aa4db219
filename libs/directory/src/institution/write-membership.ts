import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MembershipAdded } from '../directory.facts.js';
import type { Period } from '../period.rules.js';
import { periodText } from '../period.rules.js';
import { Membership } from './membership.entity.js';

export interface NewMembership extends Period {
  readonly institutionId: Id;
  readonly memberId: Id;
}

/** Writes a membership that is known to be allowed, with audit entry and fact, and gives its id. */
export async function writeMembership(tx: Tx, acting: Acting, input: NewMembership): Promise<Id> {
  const { institutionId, memberId, validFrom, validUntil } = input;
  const id = newId();
  const row = { id, institutionId, memberId, validFrom, validUntil };
  await refusing(() => insertRows(tx, Membership, [row]), { period: periodText(input) });
  await recordChange(tx, acting, {
    action: 'membership.add',
    subjectKind: 'membership',
    subjectId: id,
    institutionIds: [institutionId, memberId],
    after: { institutionId, memberId, validFrom, validUntil },
    fact: factOf(MembershipAdded, { membershipId: id, institutionId, memberId }, acting.now),
  });
  return id;
}
