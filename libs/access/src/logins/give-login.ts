import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { isUniqueViolation } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor } from '../grants/actor.js';
import { covers } from '../grants/covering.policy.js';
import { GrantSource } from '../grants/grant-source.js';
import { lockRights } from '../grants/lock-rights.js';
import { may, nowhere } from '../grants/reach.policy.js';
import { PersonRegistry } from '../person-registry.js';
import type { KnownPerson } from '../person-registry.js';
import { addLogin, foldAddress } from '../session/add-login.js';
import { SignInNotifier } from '../sign-in/sign-in-notifier.js';
import { listLoginAddresses } from './find-logins.js';
import { getLoginPerson } from './login-person.js';

interface NewLogin {
  readonly personId: Id;
  readonly address: string;
}

/** Lets somebody sign in. */
@Injectable()
export class GiveLogin {
  constructor(
    private readonly source: GrantSource,
    private readonly people: PersonRegistry,
    private readonly notifier: SignInNotifier,
    private readonly clock: Clock,
  ) {}

  /** What the person signs in with. Throws `access.denied` and `person.not-found`. */
  async list(reader: Reader, actor: Actor, personId: Id): Promise<readonly string[]> {
    await getLoginPerson(this.people, reader, { actor, personId });
    return listLoginAddresses(reader, personId);
  }

  /**
   * Lets the person sign in with one of their addresses and has a mail written that says so. Only who may do all that
   * the person may, now and later, gives it, so that nobody takes somebody's rights by an address of their own; a
   * further login only an owner. Locks the person's rights, in the caller's
   * transaction. Throws `access.denied`, `access.more-than-own`,
   * `person.not-found`, `login.not-their-address`, `login.given-already` and `address.taken`.
   */
  async run(tx: Tx, actor: Actor, { personId, address }: NewLogin): Promise<void> {
    const person = await getLoginPerson(this.people, tx, { actor, personId });
    await lockRights(tx, [personId]);
    const now = this.clock.now();
    if (!covers(actor, await this.source.grantsFrom(tx, personId, now))) {
      throw new DomainError('access.more-than-own');
    }
    const own = person.addresses.find((one) => foldAddress(one) === foldAddress(address));
    if (own === undefined) throw new DomainError('login.not-their-address');
    const isOwner = may(actor, 'instance.administer', nowhere);
    const present = await listLoginAddresses(tx, personId);
    if (present.some((one) => foldAddress(one) === foldAddress(own)))
      throw new DomainError('login.given-already');
    if (present.length > 0 && !isOwner) throw new DomainError('login.given-already');
    const { id: loginId } = await refusingTaken(() => addLogin(tx, { personId, address: own, now }));
    await this.notifier.welcome(tx, { loginId, personId, address: own, givenAt: now });
    await this.record(tx, actor, { personId, address: own, person });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { personId, address, person }: NewLogin & { readonly person: KnownPerson },
  ): Promise<void> {
    const { homeInstitutionId } = person;
    await writeAudit(tx, [
      {
        at: this.clock.now(),
        actorPersonId: actor.personId,
        channel: actor.channel,
        action: 'login.give',
        subjectKind: 'person',
        subjectId: personId,
        institutionIds: homeInstitutionId === null ? [] : [homeInstitutionId],
        personal: { after: { address } },
        requestId: actor.requestId,
      },
    ]);
  }
}

/** The transaction is lost either way, so the refusal must leave it. */
async function refusingTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error, 'uq_login_address') ? new DomainError('address.taken') : error;
  }
}
