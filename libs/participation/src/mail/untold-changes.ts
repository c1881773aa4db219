import type { Reader } from '#database';
import type { Id } from '#kernel';

/**
 * By mail about a change: the first change that its reader has not heard of, its own or an earlier one whose mail never
 * left. To be asked when the mail is rendered: what becomes of a mail that is being sent is not known before, and mails
 * of one invitation wait for each other.
 */
export async function findUntoldChanges(
  reader: Reader,
  mailIds: readonly Id[],
): Promise<ReadonlyMap<Id, Id>> {
  const rows: { mailId: Id; changeId: Id }[] = await reader.manager.query(
    `SELECT DISTINCT ON (mail.id) mail.id AS "mailId", untold.params ->> 'changeId' AS "changeId"
       FROM outgoing_mail AS mail
       JOIN outgoing_mail AS untold
         ON untold.thread_id = mail.thread_id AND untold.id <= mail.id AND untold.kind = mail.kind
      WHERE mail.id = ANY($1) AND mail.kind = 'change'
        AND NOT EXISTS (SELECT FROM outgoing_mail AS told
                         WHERE told.thread_id = mail.thread_id AND told.id >= untold.id AND told.id < mail.id
                           AND told.sequence IS NOT NULL AND told.state IN ('sent', 'bounced', 'withheld'))
      ORDER BY mail.id, untold.id`,
    [mailIds],
  );
  return new Map(rows.map(({ mailId, changeId }) => [mailId, changeId]));
}
