import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { hashToken } from '#kernel';
import { Session } from './session.entity.js';

/** Signs out. */
@Injectable()
export class EndSession {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ends the session of this secret, if there is one; may run twice. */
  async run(secret: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.manager.delete(Session, { secretHash: hashToken(secret) }));
  }
}
