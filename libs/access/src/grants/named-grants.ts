import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { RoleGrant } from './role-grant.entity.js';

/** A right given by name, not by a mandate. */
export type NamedGrant = Pick<RoleGrant, 'role' | 'institutionId' | 'meetingId' | 'validFrom' | 'validUntil'>;

// The zones in which a day ends last and begins first.
const LAST_ZONE = '-12:00';
const FIRST_ZONE = '+14:00';

/**
 * The rights a person has by name on a day that it is somewhere at that moment, and with `later` those to come. Their
 * days are those of the institution or the meeting, whose zone the caller knows. One query.
 */
export async function listNamedGrants(
  reader: Reader,
  personId: Id,
  { now, later }: { readonly now: Temporal.Instant; readonly later: boolean },
): Promise<readonly NamedGrant[]> {
  const dayIn = (zone: string) => now.toZonedDateTimeISO(zone).toPlainDate();
  const query = reader.manager
    .createQueryBuilder(RoleGrant, 'g')
    .select(['g.id', 'g.role', 'g.institutionId', 'g.meetingId', 'g.validFrom', 'g.validUntil'])
    .where('g.personId = :personId', { personId })
    .andWhere('(g.validUntil IS NULL OR g.validUntil >= :earliest)', { earliest: dayIn(LAST_ZONE) });
  if (!later) query.andWhere('g.validFrom <= :latest', { latest: dayIn(FIRST_ZONE) });
  return query.getMany();
}

/** Whether the day lies in the right's period. */
export function isOnDay(
  { validFrom, validUntil }: Pick<NamedGrant, 'validFrom' | 'validUntil'>,
  day: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(validFrom, day) <= 0 && isNotOver({ validUntil }, day);
}

/** Whether the right is not over on the day; perhaps it has not begun. */
export function isNotOver({ validUntil }: Pick<NamedGrant, 'validUntil'>, day: Temporal.PlainDate): boolean {
  return validUntil === null || Temporal.PlainDate.compare(validUntil, day) >= 0;
}
