import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';

/** Somebody known has asked for a sign-in mail. */
export interface SignInAsked {
  readonly requestId: Id;
  readonly personId: Id;
  readonly address: string;
  readonly askedAt: Temporal.Instant;
}

/** Somebody may sign in from now on. */
export interface LoginGiven {
  readonly loginId: Id;
  readonly personId: Id;
  readonly address: string;
  readonly givenAt: Temporal.Instant;
}

/** Tells the person how to sign in; whoever composes the application fulfils it with the mail lib. */
export abstract class SignInNotifier {
  /** Writes the mail of the request in the caller's transaction. `SignInSecrets.findMail` says what is in it. */
  abstract notify(tx: Tx, asked: SignInAsked): Promise<void>;

  /** Writes the mail that tells somebody that and how they may sign in; there is no secret in it. */
  abstract welcome(tx: Tx, given: LoginGiven): Promise<void>;
}
