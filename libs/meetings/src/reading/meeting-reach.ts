import { assertMay } from '#access';
import type { Actor } from '#access';
import type { Action } from '#contracts';
import type { Reader } from '#database';
import type { Meeting } from '../tables/meeting.entity.js';
import { findLinks } from './meeting.queries.js';

/** Asks whether the actor may do it with this meeting: by its owner, one of its hosts, or as its host by name. */
export async function assertMayWith(
  reader: Reader,
  actor: Actor,
  action: Action,
  { id, institutionId }: Pick<Meeting, 'id' | 'institutionId'>,
): Promise<void> {
  const { hostIds } = (await findLinks(reader, [id]))(id);
  assertMay(actor, action, { institutionIds: [institutionId, ...hostIds], meetingId: id });
}
