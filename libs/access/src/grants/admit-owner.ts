import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { PersonRegistry } from '../person-registry.js';
import type { PersonFacts } from '../person-registry.js';
import { addLogin } from '../session/add-login.js';
import { makeOwner } from './make-owner.js';

/** Lets somebody in as an owner, as part of a larger change. */
@Injectable()
export class AdmitOwner {
  constructor(
    private readonly people: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /** A new person with address, login and the owner's right. Breaks `uq_login_address` if the address is in use. */
  async newPerson(tx: Tx, facts: PersonFacts, address: string): Promise<{ id: Id; personId: Id }> {
    const personId = await this.people.add(tx, { ...facts, address, createdAt: this.clock.now() });
    return this.knownPerson(tx, personId, address);
  }

  /** Login and the owner's right for a person who is there. Breaks `uq_login_address` likewise. */
  async knownPerson(tx: Tx, personId: Id, address: string): Promise<{ id: Id; personId: Id }> {
    const login = await addLogin(tx, { personId, address, now: this.clock.now() });
    await this.grant(tx, personId);
    return login;
  }

  /** The owner's right alone; may run twice. */
  async grant(tx: Tx, personId: Id): Promise<void> {
    await makeOwner(tx, personId, this.clock.today('UTC'));
  }
}
