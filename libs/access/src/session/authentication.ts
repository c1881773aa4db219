import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, hashToken, isTokenShaped } from '#kernel';
import type { Id } from '#kernel';
import type { Grant } from '../grants/actor.js';
import { ApiKey } from '../keys/api-key.entity.js';
import { GrantSource } from '../grants/grant-source.js';
import { Login } from './login.entity.js';
import { isRenewalDue, sessionEnd } from './session-lifetime.policy.js';
import { Session } from './session.entity.js';

/** Somebody who has proved who they are. */
export interface Identity {
  readonly personId: Id;
  readonly grants: readonly Grant[];
}

/** Somebody signed in with a browser. */
export interface SessionIdentity extends Identity {
  readonly sessionId: Id;
  /** The session's end has just been moved: the browser's cookie should live as long. */
  readonly renewed: boolean;
}

/** Tells who stands behind a session's secret or a program's key. */
@Injectable()
export class Authentication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantSource,
    private readonly clock: Clock,
  ) {}

  /** The person signed in with this secret; null for an unknown, ended or expired session. Renews it once a day. */
  async findBySession(secret: string): Promise<SessionIdentity | null> {
    if (!isTokenShaped(secret)) return null;
    const now = this.clock.now();
    const session = await this.unitOfWork.reader.manager
      .createQueryBuilder(Session, 's')
      .innerJoin(Login, 'l', 'l.id = s.login_id')
      .select('s.id', 'sessionId')
      .addSelect('s.expires_at', 'expiresAt')
      .addSelect('l.person_id', 'personId')
      .where('s.secretHash = :hash AND s.expiresAt > :now', { hash: hashToken(secret), now })
      .getRawOne<{ sessionId: Id; expiresAt: typeof now; personId: Id }>();
    if (session === undefined) return null;
    const { sessionId, expiresAt, personId } = session;
    const renewed = isRenewalDue(expiresAt, now);
    if (renewed) {
      await this.unitOfWork.reader.manager.update(Session, { id: sessionId }, { expiresAt: sessionEnd(now) });
    }
    return { sessionId, personId, renewed, grants: await this.grantsOf(personId) };
  }

  /** The person a program's key belongs to; null for an unknown or revoked key. */
  async findByApiKey(key: string): Promise<Identity | null> {
    if (!isTokenShaped(key)) return null;
    const row = await this.unitOfWork.reader.manager
      .createQueryBuilder(ApiKey, 'k')
      .select(['k.id', 'k.personId'])
      .where('k.tokenHash = :hash AND k.revokedAt IS NULL', { hash: hashToken(key) })
      .getOne();
    return row === null ? null : { personId: row.personId, grants: await this.grantsOf(row.personId) };
  }

  private grantsOf(personId: Id): Promise<readonly Grant[]> {
    return this.grants.grantsOf(this.unitOfWork.reader, personId, this.clock.now());
  }
}
