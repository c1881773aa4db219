import type { Reader, Tx } from '#database';
import type { Id } from '#kernel';
import { OutgoingMail } from './outgoing-mail.entity.js';

export function countMailsOf(reader: Reader, personId: Id): Promise<number> {
  return reader.manager.countBy(OutgoingMail, { personId });
}

/** Lets mails to one person be mails to another: two people have turned out to be one. They go where they went. */
export async function moveMails(tx: Tx, from: Id, to: Id): Promise<void> {
  await tx.manager.update(OutgoingMail, { personId: from }, { personId: to });
}

/** Lets mails of some threads belong to others: of two invitations of one person one is left. */
export async function moveThreads(tx: Tx, moved: ReadonlyMap<Id, Id>): Promise<void> {
  for (const [from, to] of moved) await tx.manager.update(OutgoingMail, { threadId: from }, { threadId: to });
}
