import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import { PersonRegistry } from '../person-registry.js';
import type { PersonFacts } from '../person-registry.js';
import { foldAddress } from '../session/add-login.js';
import { Login } from '../session/login.entity.js';
import { SetupLink } from '../setup/setup-link.js';
import { AdmitOwner } from './admit-owner.js';

/** Adds an owner from the command line. */
@Injectable()
export class AddOwner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonRegistry,
    private readonly admission: AdmitOwner,
    private readonly setupLink: SetupLink,
  ) {}

  /**
   * Gives the owner's right to whoever signs in with the address, else to the one person who has it, else to a new
   * person of that name. `owner.person-unknown` without a name, `owner.address-shared` if several people have the
   * address. May run twice.
   */
  async run(address: string, name?: PersonFacts): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // Whoever owns the instance, the set-up link must not make another owner.
      const instance = await this.setupLink.lockInstance(tx);
      await this.add(tx, address, name);
      if (instance.setUpAt === null) await this.setupLink.close(tx, instance);
    });
  }

  private async add(tx: Tx, address: string, name: PersonFacts | undefined): Promise<void> {
    const login = await tx.manager.findOneBy(Login, { addressFolded: foldAddress(address) });
    if (login !== null) return this.admission.grant(tx, 'cli', login.personId);
    const [known, ...others] = await this.people.listByAddress(tx, address);
    if (others.length > 0) throw new DomainError('owner.address-shared');
    if (known !== undefined) await this.admission.knownPerson(tx, 'cli', known, address);
    else if (name !== undefined) await this.admission.newPerson(tx, 'cli', name, address);
    else throw new DomainError('owner.person-unknown');
  }
}
