import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Invitation } from '../tables/invitation.entity.js';

/** Who is invited to what by these invitations, by id; unknown ids are missing. One query. */
export async function findInvited(
  reader: Reader,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Pick<Invitation, 'meetingId' | 'personId'>>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.manager
    .createQueryBuilder(Invitation, 'invitation')
    .select(['invitation.id', 'invitation.meetingId', 'invitation.personId'])
    .where('invitation.id = ANY(:ids)', { ids })
    .getMany();
  return new Map(rows.map(({ id, meetingId, personId }) => [id, { meetingId, personId }]));
}
