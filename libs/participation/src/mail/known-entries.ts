import type { Reader } from '#database';
import type { Id } from '#kernel';
import { findLastLeft } from '#mail';

/**
 * Those of the invitations whose people have heard of the meeting by a mail that has left (or is leaving): they have an
 * entry to be changed or taken away. Whoever's invitation is still in the house, or was withdrawn by the last mail, has
 * none.
 */
export async function findKnownEntries(
  reader: Reader,
  invitationIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const left = await findLastLeft(reader, invitationIds);
  return new Set([...left].flatMap(([id, kind]) => (kind === 'withdrawal' ? [] : [id])));
}
