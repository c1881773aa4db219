import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import type { AuditChannel } from '#audit';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { PersonRegistry } from '../person-registry.js';
import type { PersonFacts } from '../person-registry.js';
import { addLogin } from '../session/add-login.js';
import type { LoginOfPerson } from '../session/add-login.js';
import { makeOwner } from './make-owner.js';

/** Lets somebody in as an owner, as part of a larger change. */
@Injectable()
export class AdmitOwner {
  constructor(
    private readonly people: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /** A new person with address, login and the owner's right. Breaks `uq_login_address` if the address is in use. */
  async newPerson(tx: Tx, by: AuditChannel, facts: PersonFacts, address: string): Promise<LoginOfPerson> {
    const personId = await this.people.add(tx, { ...facts, address, createdAt: this.clock.now() });
    return this.knownPerson(tx, by, personId, address);
  }

  /** Login and the owner's right for a person who is there. Breaks `uq_login_address` likewise. */
  async knownPerson(tx: Tx, by: AuditChannel, personId: Id, address: string): Promise<LoginOfPerson> {
    const login = await addLogin(tx, { personId, address, now: this.clock.now() });
    await this.grant(tx, by, personId);
    return login;
  }

  /** The owner's right alone; may run twice. */
  async grant(tx: Tx, by: AuditChannel, personId: Id): Promise<void> {
    const at = this.clock.now();
    if (!(await makeOwner(tx, personId, this.clock.today('UTC')))) return;
    const subject = { subjectKind: 'person', subjectId: personId, institutionIds: [] };
    await writeAudit(tx, [{ at, actorPersonId: null, channel: by, action: 'owner.grant', ...subject }]);
  }
}
