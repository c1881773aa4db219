import type { PaperOrder } from '#contracts';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { findPaperPeople } from './find-paper-people.js';
import type { ListedPerson } from './find-paper-people.js';
import { findPresent } from './find-present.js';

/** Who is on a meeting's paper: certificates are for who was present, everything else for a circle. */
export async function findListed(
  reader: Reader,
  meetingId: Id,
  order: PaperOrder,
): Promise<readonly ListedPerson[]> {
  const { language, personIds = null } = order;
  if (order.kind === 'certificates') return findPresent(reader, { meetingId, personIds, language });
  return findPaperPeople(reader, { meetingId, circle: order.circle, personIds, language });
}
