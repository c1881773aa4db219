import { assertMay, may } from '#access';
import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { MembershipChanged } from '../directory.facts.js';
import { checkPeriod, periodText } from '../period.rules.js';
import type { Period } from '../period.rules.js';
import { checkVersion } from '../version-check.js';
import { checkMembership, lockMemberships } from './check-membership.js';
import { getMembership } from './list-memberships.js';
import type { MembershipView } from './list-memberships.js';
import { Membership } from './membership.entity.js';

interface SeenMembership {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
}

export interface MembershipEnd extends SeenMembership {
  readonly lastDay: Temporal.PlainDate;
}

export type MembershipCorrection = SeenMembership & Period;

/**
 * Makes a day the last one of a membership; either side may leave, and only both together may make it last longer. The
 * same day again changes nothing. Memberships are written one after another. Throws `access.denied`,
 * `membership.not-found`, `version.stale`, `period.not-in-order` and what `checkMembership` throws.
 */
export async function endMembership(tx: Tx, acting: Acting, end: MembershipEnd): Promise<MembershipView> {
  await lockMemberships(tx);
  const membership = await getMembership(tx, end.id);
  const { institution, member, validFrom, validUntil } = membership;
  const lastsLonger = validUntil !== null && Temporal.PlainDate.compare(end.lastDay, validUntil) > 0;
  if (lastsLonger || !may(acting.actor, 'membership.change', { institutionIds: [member.id] })) {
    assertMay(acting.actor, 'membership.change', { institutionIds: [institution.id] });
  }
  if (lastsLonger) assertMay(acting.actor, 'institution.change', { institutionIds: [member.id] });
  checkVersion(membership, end.ifMatch);
  return write(tx, acting, { membership, period: { validFrom, validUntil: end.lastDay }, action: 'end' });
}

/**
 * Puts the days of a membership right that were entered wrongly; what they were stays in the audit trail. Needs the
 * rights that adding it does. The same days again change nothing. Throws as `endMembership` does.
 */
export async function correctMembership(
  tx: Tx,
  acting: Acting,
  { id, ifMatch, validFrom, validUntil }: MembershipCorrection,
): Promise<MembershipView> {
  await lockMemberships(tx);
  const membership = await getMembership(tx, id);
  assertMay(acting.actor, 'membership.change', { institutionIds: [membership.institution.id] });
  assertMay(acting.actor, 'institution.change', { institutionIds: [membership.member.id] });
  checkVersion(membership, ifMatch);
  return write(tx, acting, { membership, period: { validFrom, validUntil }, action: 'correct' });
}

interface Write {
  readonly membership: MembershipView;
  readonly period: Period;
  readonly action: 'end' | 'correct';
}

async function write(tx: Tx, acting: Acting, { membership, period, action }: Write): Promise<MembershipView> {
  const { id, institution, member, ...before } = membership;
  const version = before.version + 1;
  checkPeriod(period);
  if (periodText(before) === periodText(period)) return membership;
  const ids = { institutionId: institution.id, memberId: member.id };
  await checkMembership(tx, { ...ids, ...period, id }, (named) => nameOf(membership, named));
  const params = { period: periodText(period) };
  await refusing(() => tx.manager.update(Membership, { id }, { ...period, version }), params);
  await recordChange(tx, acting, {
    action: `membership.${action}`,
    subjectKind: 'membership',
    subjectId: id,
    institutionIds: [institution.id, member.id],
    before: { validFrom: before.validFrom, validUntil: before.validUntil },
    after: { ...period },
    fact: factOf(MembershipChanged, { membershipId: id, ...ids }, acting.now),
  });
  return { ...membership, ...period, version };
}

function nameOf({ institution, member }: MembershipView, id: Id): string {
  const { name } = institution.id === id ? institution : member;
  return name.de ?? name.en ?? '';
}
