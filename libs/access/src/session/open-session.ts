import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { Clock, newId, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import type { LoginOfPerson } from './add-login.js';
import { sessionEnd } from './session-lifetime.policy.js';
import { Session } from './session.entity.js';

/** What a browser gets when somebody has signed in. */
export interface SignedIn {
  readonly personId: Id;
  /** For the cookie; kept nowhere else. */
  readonly secret: string;
}

/** Signs a browser in. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for the login and gives its secret. */
  async run(tx: Tx, login: LoginOfPerson): Promise<SignedIn> {
    const id = newId();
    const now = this.clock.now();
    const { token, hash } = this.keys.derive({ purpose: 'session', rowId: id, generation: 1 });
    const row = { id, loginId: login.id, secretHash: hash, createdAt: now, expiresAt: sessionEnd(now) };
    await tx.manager.insert(Session, row);
    const { personId } = login;
    const subject = { subjectKind: 'session', subjectId: id, institutionIds: [] };
    await writeAudit(tx, [
      { at: now, actorPersonId: personId, channel: 'host', action: 'session.open', ...subject },
    ]);
    return { personId, secret: token };
  }
}
