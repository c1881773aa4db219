import type { Tx } from '#database';
import type { Id } from '#kernel';

/** Tells the person how to sign in; whoever composes the application fulfils it with the mail lib. */
export abstract class SignInNotifier {
  /** Writes the mail of the request in the caller's transaction. `SignInSecrets.findMail` says what is in it. */
  abstract notify(
    tx: Tx,
    request: { readonly requestId: Id; readonly personId: Id; readonly address: string },
  ): Promise<void>;
}
