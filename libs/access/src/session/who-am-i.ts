import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor, Grant } from '../grants/actor.js';
import { PersonRegistry } from '../person-registry.js';
import type { PersonFacts } from '../person-registry.js';
import { Login } from './login.entity.js';

/** The one who is signed in. */
export interface Me extends PersonFacts {
  readonly personId: Id;
  /** The first address the person signed in with; empty for a person without a login. */
  readonly address: string;
  readonly grants: readonly Grant[];
}

/** Tells somebody who they are. */
@Injectable()
export class WhoAmI {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonRegistry,
  ) {}

  /** `access.not-signed-in` for an actor without a person. */
  async run(actor: Actor): Promise<Me> {
    const { personId, grants } = actor;
    const { reader } = this.unitOfWork;
    const person = personId === null ? null : await this.people.find(reader, personId);
    if (personId === null || person === null) throw new DomainError('access.not-signed-in');
    const login = await reader.manager
      .createQueryBuilder(Login, 'l')
      .where('l.personId = :personId', { personId })
      .orderBy('l.createdAt')
      .addOrderBy('l.id')
      .getOne();
    return { ...person, personId, grants, address: login?.address ?? '' };
  }
}
