import type { Reader } from '#database';
import type { Id } from '#kernel';

/** By invitation: the first change that the person has not heard of, because no mail about it has left yet. */
export async function findUntoldChanges(
  reader: Reader,
  invitationIds: readonly Id[],
): Promise<ReadonlyMap<Id, Id>> {
  const rows: { invitationId: Id; changeId: Id }[] = await reader.manager.query(
    `SELECT thread_id AS "invitationId", coalesce(params ->> 'sinceId', params ->> 'changeId') AS "changeId"
       FROM outgoing_mail
      WHERE thread_id = ANY($1) AND kind = 'change' AND state IN ('queued', 'retrying')`,
    [invitationIds],
  );
  return new Map(rows.map(({ invitationId, changeId }) => [invitationId, changeId]));
}
