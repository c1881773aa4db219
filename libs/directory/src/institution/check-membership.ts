import type { Reader, Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { overlaps, periodText } from '../period.rules.js';
import type { NewMembership } from './write-membership.js';
import { Membership } from './membership.entity.js';

/**
 * Makes memberships take turns until the end of the transaction: two that are made at once could close a circle of
 * which neither sees the other's half. Advisory lock.
 */
export async function lockMemberships(tx: Tx): Promise<void> {
  await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('memberships'))`);
}

/** A membership as it shall be; `id` if it is there already. */
export type WantedMembership = NewMembership & { readonly id?: Id };

/**
 * Refuses what the other memberships forbid: the same pair twice on one day (`membership.overlaps`, naming the other
 * period), and a circle on any day of the period (`membership.circle`, naming both). Asks two queries; needs
 * `lockMemberships`.
 */
export async function checkMembership(
  tx: Tx,
  wanted: WantedMembership,
  nameOf: (id: Id) => string,
): Promise<void> {
  const { institutionId, memberId } = wanted;
  const same = await tx.manager.findBy(Membership, { institutionId, memberId });
  const inTheWay = same.find((other) => other.id !== wanted.id && overlaps(other, wanted));
  if (inTheWay !== undefined) throw new DomainError('membership.overlaps', { period: periodText(inTheWay) });
  if (await closesCircle(tx, wanted)) {
    const names = { institution: nameOf(institutionId), member: nameOf(memberId) };
    throw new DomainError('membership.circle', { ...names, pointer: '/memberId' });
  }
}

/** Whether, on a day of the period, the institution belongs to its member, at whatever remove. */
async function closesCircle(reader: Reader, wanted: WantedMembership): Promise<boolean> {
  const { institutionId, memberId, validFrom, validUntil } = wanted;
  const found: object[] = await reader.manager.query(
    `WITH RECURSIVE above (id, days) AS (
       SELECT $1::uuid, daterange($3::date, $4::date, '[]')
       UNION
       SELECT up.institution_id, above.days * daterange(up.valid_from, up.valid_until, '[]')
         FROM membership AS up JOIN above ON up.member_id = above.id
        WHERE above.days && daterange(up.valid_from, up.valid_until, '[]'))
     SELECT FROM above WHERE id = $2 LIMIT 1`,
    [institutionId, memberId, validFrom, validUntil],
  );
  return found.length > 0;
}
