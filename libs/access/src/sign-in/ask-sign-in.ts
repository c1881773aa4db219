import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, hashToken, newId } from '#kernel';
import { foldAddress } from '../session/add-login.js';
import { Login } from '../session/login.entity.js';
import { clientNetwork } from './client-network.js';
import { SignInNotifier } from './sign-in-notifier.js';
import { SignInRequest } from './sign-in-request.entity.js';
import { SignInSecrets } from './sign-in-secrets.js';
import { askLimits, mayAsk, signInEnd } from './sign-in.policy.js';

export interface SignInQuestion {
  readonly address: string;
  /** The secret in the asking browser's cookie. */
  readonly browser: string;
  /** The network address that asks. */
  readonly client: string;
}

/** Asks for a sign-in mail. */
@Injectable()
export class AskSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: SignInSecrets,
    private readonly notifier: SignInNotifier,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes the question and, if somebody signs in with the address, has the mail written in the same transaction. Tells
   * nobody whether that was so. `sign-in.asked-too-often` past the limits, for known and unknown addresses alike.
   */
  async run(question: SignInQuestion): Promise<void> {
    await this.unitOfWork.run((tx) => this.ask(tx, question));
  }

  private async ask(tx: Tx, { address, browser, client }: SignInQuestion): Promise<void> {
    const now = this.clock.now();
    const folded = foldAddress(address);
    const addressHash = this.secrets.trace(`address ${folded}`);
    const clientHash = this.secrets.trace(`client ${clientNetwork(client)}`);
    await takeTurns(tx, [addressHash, clientHash]);
    const since = now.subtract({ hours: askLimits.hours });
    const byAddress = await countSince(tx, 'addressHash', addressHash, since);
    const byClient = await countSince(tx, 'clientHash', clientHash, since);
    if (!mayAsk({ byAddress, byClient })) throw new DomainError('sign-in.asked-too-often');
    const login = await tx.manager.findOneBy(Login, { addressFolded: folded });
    const id = newId();
    const link = this.secrets.link(id);
    await tx.manager.insert(SignInRequest, {
      id,
      loginId: login?.id ?? null,
      browserHash: hashToken(browser),
      addressHash,
      clientHash,
      tokenHash: link.hash,
      tokenKeyId: link.keyId,
      attempts: 0,
      createdAt: now,
      expiresAt: signInEnd(now),
      usedAt: null,
    });
    if (login === null) return;
    await this.notifier.notify(tx, {
      requestId: id,
      personId: login.personId,
      address: login.address,
      askedAt: now,
    });
  }
}

/** Questions for one address or of one client are counted one after another: many at once would all find room. */
async function takeTurns(tx: Tx, hashes: readonly string[]): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtext(hash)) FROM unnest($1::text[]) AS hash', [
    hashes.toSorted(),
  ]);
}

function countSince(
  tx: Tx,
  column: 'addressHash' | 'clientHash',
  hash: string,
  since: SignInRequest['createdAt'],
): Promise<number> {
  return tx.manager
    .createQueryBuilder(SignInRequest, 'r')
    .where(`r.${column} = :hash AND r.createdAt > :since`, { hash, since })
    .getCount();
}
