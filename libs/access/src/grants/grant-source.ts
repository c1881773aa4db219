import { Injectable } from '@nestjs/common';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Grant } from './actor.js';
import { RoleGrant } from './role-grant.entity.js';

/** Where rights come from; a higher lib may add those that follow from mandates. */
export abstract class GrantSource {
  /** The rights the person has on that day (UTC: a right given by name has no zone of its own). */
  abstract grantsOf(reader: Reader, personId: Id, today: Temporal.PlainDate): Promise<readonly Grant[]>;
}

/** The rights given by name. */
@Injectable()
export class NamedGrants extends GrantSource {
  async grantsOf(reader: Reader, personId: Id, today: Temporal.PlainDate): Promise<readonly Grant[]> {
    const rows = await reader.manager
      .createQueryBuilder(RoleGrant, 'g')
      .select(['g.id', 'g.role', 'g.institutionId'])
      .where('g.personId = :personId', { personId })
      .andWhere('g.validFrom <= :today AND (g.validUntil IS NULL OR g.validUntil >= :today)', { today })
      .getMany();
    return rows.map(({ role, institutionId }) => ({ role, institutionId }));
  }
}
