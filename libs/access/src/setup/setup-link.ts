import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, hashToken, newId, TokenKeys } from '#kernel';
import { Instance } from './instance.entity.js';

/** Where the console takes the set-up link. Behind `#`, so that no log of ours or of a proxy holds it. */
export function setupPath(token: string): string {
  return `/console/setup#${token}`;
}

/** The one-time link that makes the first owner; derived from the instance's row, good until there is one. */
@Injectable()
export class SetupLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {}

  /** The link's path, to be printed; null once there is an owner. Makes the instance's row at the first call. */
  async find(): Promise<string | null> {
    const instance = await this.unitOfWork.run((tx) => this.lockInstance(tx));
    return instance.setUpAt === null ? setupPath(this.tokenOf(instance)) : null;
  }

  /** Whether the token still makes an owner. */
  async isOpen(token: string): Promise<boolean> {
    const instance = await this.findInstance(this.unitOfWork.reader);
    return instance !== null && instance.setUpAt === null && this.fits(instance, token);
  }

  /** Whether there is an owner. */
  async isSetUp(): Promise<boolean> {
    const instance = await this.findInstance(this.unitOfWork.reader);
    return instance !== null && instance.setUpAt !== null;
  }

  /** The instance's row, made if missing, locked (FOR NO KEY UPDATE) until the transaction ends. */
  async lockInstance(tx: Tx): Promise<Instance> {
    const row = { id: newId(), singleton: true as const, createdAt: this.clock.now(), setUpAt: null };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Instance)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    return tx.manager.createQueryBuilder(Instance, 'i').setLock('for_no_key_update').getOneOrFail();
  }

  /** Ends the link for good: there is an owner. */
  async close(tx: Tx, instance: Instance): Promise<void> {
    await tx.manager.update(Instance, { id: instance.id }, { setUpAt: this.clock.now() });
  }

  /** Whether the token is the one of this instance. */
  fits(instance: Instance, token: string): boolean {
    return hashToken(token) === hashToken(this.tokenOf(instance));
  }

  private tokenOf(instance: Instance): string {
    return this.keys.derive({ purpose: 'setup', rowId: instance.id, generation: 1 }).token;
  }

  private findInstance(reader: Reader): Promise<Instance | null> {
    return reader.manager.createQueryBuilder(Instance, 'i').getOne();
  }
}
