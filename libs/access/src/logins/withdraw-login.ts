import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor } from '../grants/actor.js';
import { covers } from '../grants/covering.policy.js';
import { GrantSource } from '../grants/grant-source.js';
import { lockRights } from '../grants/lock-rights.js';
import { revokeKeys } from '../keys/revoke-keys.js';
import { PersonRegistry } from '../person-registry.js';
import { foldAddress } from '../session/add-login.js';
import { Login } from '../session/login.entity.js';
import { listEnabled, listLoginAddresses } from './find-logins.js';
import { getLoginPerson } from './login-person.js';

interface LoginToGo {
  readonly personId: Id;
  readonly address: string;
}

/** Takes somebody's way in from them. */
@Injectable()
export class WithdrawLogin {
  constructor(
    private readonly source: GrantSource,
    private readonly people: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * The person no longer signs in with the address: whoever is signed in with it is not, from this moment, and links
   * and codes on their way are worth nothing. With the last address their keys for programs are revoked. Only who may do
   * all that the person may withdraws it, and nobody their own, so that there is always an owner left. Locks the rights
   * of both, in the caller's transaction. Throws `access.denied`, `access.more-than-own`, `person.not-found`,
   * `login.your-own` and `login.not-found`.
   */
  async run(tx: Tx, actor: Actor, { personId, address }: LoginToGo): Promise<void> {
    const { homeInstitutionId } = await getLoginPerson(this.people, tx, { actor, personId });
    if (personId === actor.personId) throw new DomainError('login.your-own');
    const both = [personId, ...(actor.personId === null ? [] : [actor.personId])];
    await lockRights(tx, both);
    await assertStillIn(tx, actor);
    const now = this.clock.now();
    if (!covers(actor, await this.source.grantsFrom(tx, personId, now))) {
      throw new DomainError('access.more-than-own');
    }
    const gone = await tx.manager.delete(Login, { personId, addressFolded: foldAddress(address) });
    if (gone.affected === 0) throw new DomainError('login.not-found');
    const isLast = (await listLoginAddresses(tx, personId)).length === 0;
    const keysRevoked = isLast ? await revokeKeys(tx, personId, now) : 0;
    await writeAudit(tx, [
      {
        at: now,
        actorPersonId: actor.personId,
        channel: actor.channel,
        action: 'login.withdraw',
        subjectKind: 'person',
        subjectId: personId,
        institutionIds: homeInstitutionId === null ? [] : [homeInstitutionId],
        after: { keysRevoked },
        personal: { before: { address } },
        requestId: actor.requestId,
      },
    ]);
  }
}

/** Of two who take each other's way in at once, the second has none any more. */
async function assertStillIn(tx: Tx, { personId }: Actor): Promise<void> {
  if (personId === null) return;
  if ((await listEnabled(tx, [personId])).length === 0) throw new DomainError('access.denied');
}
