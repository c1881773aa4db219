import { Injectable } from '@nestjs/common';
import type { Reader } from '#database';
import { hashToken, TokenKeys } from '#kernel';
import type { DerivedToken, Id, Temporal } from '#kernel';
import { Login } from '../session/login.entity.js';
import { SignInRequest } from './sign-in-request.entity.js';

const CODE_RANGE = 1_000_000;
const CODE_DIGITS = 6;
const LINK = 1;
const CODE = 2;

/** Where the console completes a sign-in. Behind `#`, so that no log of ours or of a proxy holds the token. */
export function signInPath(token: string): string {
  return `/console/sign-in/complete#${token}`;
}

/** What a sign-in mail says. */
export interface SignInMail {
  readonly personId: Id;
  readonly address: string;
  /** Below the public address. */
  readonly path: string;
  /** Six digits. */
  readonly code: string;
  readonly expiresAt: Temporal.Instant;
}

/** Derives what a request's mail holds; nothing of it is stored. */
@Injectable()
export class SignInSecrets {
  constructor(private readonly keys: TokenKeys) {}

  /** The link's token of a request. */
  link(requestId: Id, keyId?: string): DerivedToken {
    return this.keys.derive({ purpose: 'sign-in', rowId: requestId, generation: LINK }, keyId);
  }

  /** The six digits of a request. */
  code(requestId: Id, keyId: string): string {
    const { hash } = this.keys.derive({ purpose: 'sign-in', rowId: requestId, generation: CODE }, keyId);
    return String(Number.parseInt(hash.slice(0, 12), 16) % CODE_RANGE).padStart(CODE_DIGITS, '0');
  }

  /** A keyed hash of an address or a client, for counting: the rows alone do not tell whom they are about. */
  trace(what: string): string {
    return this.keys.derive({ purpose: 'sign-in', rowId: hashToken(what), generation: 0 }).hash;
  }

  /** What the mail of this request says; null for an unknown request and an unknown address. */
  async findMail(reader: Reader, requestId: Id): Promise<SignInMail | null> {
    const request = await reader.manager.findOneBy(SignInRequest, { id: requestId });
    if (request === null || request.loginId === null) return null;
    const login = await reader.manager.findOneByOrFail(Login, { id: request.loginId });
    return {
      personId: login.personId,
      address: login.address,
      path: signInPath(this.link(request.id, request.tokenKeyId).token),
      code: this.code(request.id, request.tokenKeyId),
      expiresAt: request.expiresAt,
    };
  }
}
