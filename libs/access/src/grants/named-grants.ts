import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { RoleGrant } from './role-grant.entity.js';

/** A right given by name, not by a mandate. */
export type NamedGrant = Pick<RoleGrant, 'role' | 'institutionId' | 'meetingId'>;

/** The rights a person has by name on that day (UTC: such a right has no zone of its own). One query. */
export async function listNamedGrants(
  reader: Reader,
  personId: Id,
  today: Temporal.PlainDate,
): Promise<readonly NamedGrant[]> {
  return reader.manager
    .createQueryBuilder(RoleGrant, 'g')
    .select(['g.id', 'g.role', 'g.institutionId', 'g.meetingId'])
    .where('g.personId = :personId', { personId })
    .andWhere('g.validFrom <= :today AND (g.validUntil IS NULL OR g.validUntil >= :today)', { today })
    .getMany();
}
