import { Injectable } from '@nestjs/common';
import { isUniqueViolation, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import { AdmitOwner } from '../grants/admit-owner.js';
import type { PersonFacts } from '../person-registry.js';
import { OpenSession } from '../session/open-session.js';
import type { SignedIn } from '../session/open-session.js';
import { SetupLink } from './setup-link.js';

export interface FirstOwner extends PersonFacts {
  readonly token: string;
  readonly address: string;
}

/** Makes the first owner by the set-up link. */
@Injectable()
export class SetUpOwner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly link: SetupLink,
    private readonly admission: AdmitOwner,
    private readonly sessions: OpenSession,
  ) {}

  /**
   * Creates the person with address, login, owner's right and session in one transaction, under the lock of the
   * instance's row: of two at once one is refused with `setup.already-done`. `setup.link-unknown` for another token,
   * `address.taken` if somebody signs in with the address already.
   */
  async run(owner: FirstOwner): Promise<SignedIn> {
    try {
      return await this.unitOfWork.run((tx) => this.create(tx, owner));
    } catch (error) {
      if (isUniqueViolation(error, 'uq_login_address')) throw new DomainError('address.taken');
      throw error;
    }
  }

  private async create(tx: Tx, { token, address, ...facts }: FirstOwner): Promise<SignedIn> {
    const instance = await this.link.lockInstance(tx);
    if (instance.setUpAt !== null) throw new DomainError('setup.already-done');
    if (!this.link.fits(instance, token)) throw new DomainError('setup.link-unknown');
    const login = await this.admission.newPerson(tx, 'host', facts, address);
    await this.link.close(tx, instance);
    return this.sessions.run(tx, login);
  }
}
