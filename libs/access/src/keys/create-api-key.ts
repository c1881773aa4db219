import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { ApiKey } from './api-key.entity.js';

/** Makes a key for a program. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {}

  /** A new key with the rights of the owner of longest standing, shown this once. `setup.not-done` without an owner. */
  async run(name: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      const { token, hash, keyId } = this.keys.derive({ purpose: 'api-key', rowId: id, generation: 1 });
      const personId = await this.firstOwner(tx);
      const now = this.clock.now();
      await tx.manager.insert(ApiKey, {
        id,
        personId,
        name,
        tokenHash: hash,
        tokenKeyId: keyId,
        createdAt: now,
        revokedAt: null,
      });
      const subject = { subjectKind: 'api_key', subjectId: id, institutionIds: [], personal: { name } };
      await writeAudit(tx, [
        { at: now, actorPersonId: personId, channel: 'cli', action: 'api-key.create', ...subject },
      ]);
      return token;
    });
  }

  private async firstOwner(tx: Tx): Promise<Id> {
    const grant = await tx.manager
      .createQueryBuilder(RoleGrant, 'g')
      .where(`g.role = 'owner' AND g.institutionId IS NULL`)
      .andWhere('g.validFrom <= :today AND (g.validUntil IS NULL OR g.validUntil >= :today)', {
        today: this.clock.today('UTC'),
      })
      .orderBy('g.validFrom')
      .addOrderBy('g.id')
      .getOne();
    if (grant === null) throw new DomainError('setup.not-done');
    return grant.personId;
  }
}
