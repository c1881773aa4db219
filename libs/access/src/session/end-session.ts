import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, hashToken } from '#kernel';
import type { Id } from '#kernel';
import { Login } from './login.entity.js';
import { Session } from './session.entity.js';

/** Signs out. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Ends the session of this secret, if there is one; may run twice. */
  async run(secret: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const session = await findSession(tx, hashToken(secret));
      if (session === undefined) return;
      const { id: subjectId, personId: actorPersonId } = session;
      await tx.manager.delete(Session, { id: subjectId });
      await writeAudit(tx, [
        {
          at: this.clock.now(),
          actorPersonId,
          channel: 'host',
          action: 'session.close',
          subjectKind: 'session',
          subjectId,
          institutionIds: [],
        },
      ]);
    });
  }
}

function findSession(tx: Tx, secretHash: string): Promise<{ id: Id; personId: Id } | undefined> {
  return tx.manager
    .createQueryBuilder(Session, 's')
    .innerJoin(Login, 'l', 'l.id = s.login_id')
    .select('s.id', 'id')
    .addSelect('l.person_id', 'personId')
    .where('s.secretHash = :secretHash', { secretHash })
    .getRawOne();
}
