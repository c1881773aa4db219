import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { Login } from './login.entity.js';

/** A login, as what follows from it needs it. */
export interface LoginOfPerson {
  readonly id: Id;
  readonly personId: Id;
}

/** An address in the form it is compared in: ASCII letters in lower case, as the column's check has it. */
export function foldAddress(address: string): string {
  return address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Lets the person sign in with the address. Breaks `uq_login_address` if somebody else does already. */
export async function addLogin(
  tx: Tx,
  login: { readonly personId: Id; readonly address: string; readonly now: Temporal.Instant },
): Promise<LoginOfPerson> {
  const { personId, address, now } = login;
  const id = newId();
  await tx.manager.insert(Login, {
    id,
    personId,
    address,
    addressFolded: foldAddress(address),
    createdAt: now,
  });
  return { id, personId };
}
