import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import { foldAddress } from '../session/add-login.js';
import { Login } from '../session/login.entity.js';
import { SignInRequest } from './sign-in-request.entity.js';
import { signInPath, SignInSecrets } from './sign-in-secrets.js';
import { signInEnd } from './sign-in.policy.js';

/** Makes a sign-in link on the command line, for whoever has lost the mail. */
@Injectable()
export class OperatorSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SignInSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * The path of a link that signs in whoever uses the address, once, in the next 15 minutes, in any browser: the
   * terminal is not the browser, and no mail scanner reads it. `sign-in.unknown-address` if nobody signs in with it.
   */
  async run(address: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const login = await tx.manager.findOneBy(Login, { addressFolded: foldAddress(address) });
      if (login === null) throw new DomainError('sign-in.unknown-address');
      const now = this.clock.now();
      const id = newId();
      const link = this.secrets.link(id);
      await tx.manager.insert(SignInRequest, {
        id,
        loginId: login.id,
        browserHash: null,
        addressHash: null,
        clientHash: null,
        tokenHash: link.hash,
        tokenKeyId: link.keyId,
        attempts: 0,
        createdAt: now,
        expiresAt: signInEnd(now),
        usedAt: null,
      });
      return signInPath(link.token);
    });
  }
}
