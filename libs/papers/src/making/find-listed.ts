import type { PaperOrder } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { findPaperPeople } from './find-paper-people.js';
import type { ListedPerson } from './find-paper-people.js';
import { findPresent } from './find-present.js';

/**
 * Who is on a meeting's paper: certificates are for who was present, everything else for a circle. Nobody needs a badge
 * who takes part online, unless the host picks them.
 */
export async function findListed(
  reader: Reader,
  meetingId: Id,
  order: PaperOrder,
): Promise<readonly ListedPerson[]> {
  const { language, personIds = null } = order;
  if (order.kind === 'certificates') return findPresent(reader, { meetingId, personIds, language });
  const people = await findPaperPeople(reader, { meetingId, circle: order.circle, personIds, language });
  const isForAll = order.kind === 'badges' && personIds === null;
  return isForAll ? people.filter(({ isOnline }) => !isOnline) : people;
}
