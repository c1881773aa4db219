import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { SetupLink } from '../setup/setup-link.js';
import type { Actor, Grant } from './actor.js';
import { covers } from './covering.policy.js';
import { assertMayGive, institutionsOf } from './giving.policy.js';
import { GrantSource } from './grant-source.js';
import { lockRights } from './lock-rights.js';
import { isNotOver } from './named-grants.js';
import { RoleGrant } from './role-grant.entity.js';

/** Ends a role that was given by name. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: GrantSource,
    private readonly setupLink: SetupLink,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a day the right's last one; a later one than before is given as the right is, the same day again changes
   * nothing. Locks the person's rights, then the row, for an owner's the instance's before them. Throws
   * `grant.not-found`, `access.denied`, `access.more-than-own`, `period.not-in-order` and `grant.last-owner`, when
   * nobody would own the instance afterwards.
   */
  async run(actor: Actor, id: Id, lastDay: Temporal.PlainDate): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.manager.findOneBy(RoleGrant, { id });
      if (found === null) throw new DomainError('grant.not-found');
      const right = await this.source.reachOf(tx, found, this.clock.now());
      assertMayGive(actor, found.role, right);
      if (found.role === 'owner') await this.setupLink.lockInstance(tx);
      await lockRights(tx, [found.personId]);
      const grant = await lockGrant(tx, id);
      if (Temporal.PlainDate.compare(lastDay, grant.validFrom) < 0)
        throw new DomainError('period.not-in-order');
      if (grant.validUntil?.equals(lastDay) === true) return;
      if (!isNotOver(grant, lastDay) && !covers(actor, [right]))
        throw new DomainError('access.more-than-own');
      if (grant.role === 'owner') await refuseLastOwner(tx, grant, lastDay);
      await tx.manager.update(RoleGrant, { id }, { validUntil: lastDay });
      await this.record(tx, actor, { grant, right, lastDay });
    });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    ended: { readonly grant: RoleGrant; readonly right: Grant; readonly lastDay: Temporal.PlainDate },
  ): Promise<void> {
    const { role, institutionId, meetingId, personId, validUntil } = ended.grant;
    const place = { role, institutionId, meetingId };
    await writeAudit(tx, [
      {
        at: this.clock.now(),
        actorPersonId: actor.personId,
        channel: actor.channel,
        action: 'grant.end',
        subjectKind: 'person',
        subjectId: personId,
        institutionIds: institutionsOf(ended.right),
        before: { ...place, validUntil },
        after: { ...place, validUntil: ended.lastDay },
        requestId: actor.requestId,
      },
    ]);
  }
}

/** The row, FOR NO KEY UPDATE. */
function lockGrant({ manager }: Tx, id: Id): Promise<RoleGrant> {
  return manager.findOneOrFail(RoleGrant, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** Somebody else must be owner on the day after and from then on. */
async function refuseLastOwner(
  { manager }: Tx,
  { id }: RoleGrant,
  lastDay: Temporal.PlainDate,
): Promise<void> {
  const hasOther = await manager
    .createQueryBuilder(RoleGrant, 'g')
    .where(`g.role = 'owner' AND g.id <> :id AND g.validUntil IS NULL`, { id })
    .andWhere('g.validFrom <= :next', { next: lastDay.add({ days: 1 }) })
    .getExists();
  if (!hasOther) throw new DomainError('grant.last-owner');
}
