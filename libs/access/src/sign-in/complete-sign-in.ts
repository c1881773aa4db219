import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, hashToken } from '#kernel';
import { Login } from '../session/login.entity.js';
import { OpenSession } from '../session/open-session.js';
import type { SignedIn } from '../session/open-session.js';
import { SignInRequest } from './sign-in-request.entity.js';
import { SignInSecrets } from './sign-in-secrets.js';
import { judgeCode, judgeLink } from './sign-in.policy.js';
import type { SignInVerdict } from './sign-in.policy.js';

type Outcome = SignedIn | Exclude<SignInVerdict, 'accepted'>;

/** Signs in by the link or the code of a sign-in mail. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SignInSecrets,
    private readonly sessions: OpenSession,
    private readonly clock: Clock,
  ) {}

  /**
   * By the link's token, in the browser that asked (links from the command line: in any). Uses it up. Refusals:
   * `sign-in.expired` (unknown, used or too old), `sign-in.other-browser`, which uses nothing up.
   */
  async byLink(token: string, browser: string | undefined): Promise<SignedIn> {
    return refuseOrGive(
      await this.unitOfWork.run(async (tx) => {
        const request = await lockRequest(tx, 'r.tokenHash = :hash', hashToken(token));
        const verdict = judgeLink(request, isFrom(request, browser), this.clock.now());
        return this.conclude(tx, request, verdict);
      }),
    );
  }

  /**
   * By the six digits, in the browser that asked, for its latest mail. A wrong code is counted, also for an unknown
   * address; refusals: `sign-in.expired`, `sign-in.wrong-code`, `sign-in.too-many-attempts`.
   */
  async byCode(code: string, browser: string | undefined): Promise<SignedIn> {
    if (browser === undefined) throw new DomainError('sign-in.expired');
    return refuseOrGive(
      await this.unitOfWork.run(async (tx) => {
        const request = await lockRequest(tx, 'r.browserHash = :hash', hashToken(browser));
        const right = request !== null && this.isRight(request, code);
        const verdict = judgeCode(request, right, this.clock.now());
        if (request !== null && isCounted(verdict)) {
          await tx.manager.increment(SignInRequest, { id: request.id }, 'attempts', 1);
        }
        return this.conclude(tx, request, verdict);
      }),
    );
  }

  private async conclude(tx: Tx, request: SignInRequest | null, verdict: SignInVerdict): Promise<Outcome> {
    if (verdict !== 'accepted') return verdict;
    if (request === null || request.loginId === null) return 'sign-in.expired';
    await tx.manager.update(SignInRequest, { id: request.id }, { usedAt: this.clock.now() });
    const login = await tx.manager.findOneByOrFail(Login, { id: request.loginId });
    return this.sessions.run(tx, login);
  }

  private isRight(request: SignInRequest, code: string): boolean {
    const expected = this.secrets.code(request.id, request.tokenKeyId);
    return timingSafeEqual(Buffer.from(hashToken(expected)), Buffer.from(hashToken(code)));
  }
}

/** The latest request of a link or a browser, locked (FOR NO KEY UPDATE), so that it is judged once at a time. */
function lockRequest(tx: Tx, condition: string, hash: string): Promise<SignInRequest | null> {
  return tx.manager
    .createQueryBuilder(SignInRequest, 'r')
    .setLock('for_no_key_update')
    .where(condition, { hash })
    .orderBy('r.createdAt', 'DESC')
    .addOrderBy('r.id', 'DESC')
    .limit(1)
    .getOne();
}

function isFrom(request: SignInRequest | null, browser: string | undefined): boolean {
  if (request === null || request.browserHash === null) return true;
  return browser !== undefined && hashToken(browser) === request.browserHash;
}

function isCounted(verdict: SignInVerdict): boolean {
  return verdict === 'sign-in.wrong-code' || verdict === 'sign-in.too-many-attempts';
}

// Outside the transaction: thrown inside, the refusal would take the counted attempt back.
function refuseOrGive(outcome: Outcome): SignedIn {
  if (typeof outcome === 'string') throw new DomainError(outcome);
  return outcome;
}
