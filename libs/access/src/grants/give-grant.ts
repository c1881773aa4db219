import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { PersonRegistry } from '../person-registry.js';
import type { Actor, Grant } from './actor.js';
import { scopeOf } from './authorized-scope.js';
import { covers } from './covering.policy.js';
import { assertMayGive, institutionsOf } from './giving.policy.js';
import { GrantSource } from './grant-source.js';
import { lockRights } from './lock-rights.js';
import { RoleGrant } from './role-grant.entity.js';

export type NewGrant = Omit<RoleGrant, 'id'>;

/** Gives a role by name. */
@Injectable()
export class GiveGrant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly source: GrantSource,
    private readonly people: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the right from its first day on and returns its id. Locks the person's rights. Throws `access.denied`,
   * `access.more-than-own`, `person.not-found`, `institution.not-found`, `meeting.not-found`, `period.not-in-order`,
   * and `grant.given-already` when the person has it on one of the days.
   */
  async run(actor: Actor, input: NewGrant): Promise<Id> {
    if (isBefore(input.validUntil, input.validFrom)) throw new DomainError('period.not-in-order');
    return this.unitOfWork.run(async (tx) => {
      const right = await this.source.reachOf(tx, input, this.clock.now());
      assertMayGive(actor, input.role, right);
      refuseUnknown(right);
      const scope = scopeOf(actor, 'person.read');
      if ((await this.people.findKnown(tx, scope, input.personId)) === null) {
        throw new DomainError('person.not-found');
      }
      await lockRights(tx, [input.personId]);
      if (!covers(actor, [right])) throw new DomainError('access.more-than-own');
      if (await isGiven(tx, input)) throw new DomainError('grant.given-already');
      return this.write(tx, actor, { input, right });
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { input, right }: { readonly input: NewGrant; readonly right: Grant },
  ): Promise<Id> {
    const id = newId();
    await insertRows(tx, RoleGrant, [{ ...input, id }]);
    const { personId: subjectId, ...after } = input;
    await writeAudit(tx, [
      {
        at: this.clock.now(),
        actorPersonId: actor.personId,
        channel: actor.channel,
        action: 'grant.give',
        subjectKind: 'person',
        subjectId,
        institutionIds: institutionsOf(right),
        after: { ...after },
        requestId: actor.requestId,
      },
    ]);
    return id;
  }
}

/** What is not there reaches nothing. */
function refuseUnknown({ institutionId, meetingId, own, meetingOf = [] }: Grant): void {
  if (institutionId !== null && own.length === 0) throw new DomainError('institution.not-found');
  if (meetingId !== null && meetingOf.length === 0) throw new DomainError('meeting.not-found');
}

function isGiven({ manager }: Tx, input: NewGrant): Promise<boolean> {
  return manager
    .createQueryBuilder(RoleGrant, 'g')
    .where('g.personId = :personId AND g.role = :role')
    .andWhere('g.institutionId IS NOT DISTINCT FROM :institutionId')
    .andWhere('g.meetingId IS NOT DISTINCT FROM :meetingId')
    .andWhere(`daterange(g.validFrom, g.validUntil, '[]') && daterange(:validFrom, :validUntil, '[]')`)
    .setParameters({ ...input })
    .getExists();
}

function isBefore(one: Temporal.PlainDate | null, other: Temporal.PlainDate): boolean {
  return one !== null && Temporal.PlainDate.compare(one, other) < 0;
}
