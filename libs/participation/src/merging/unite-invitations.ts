import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';

/** Which invitation goes (`$1`), and which one stays in its place (`$2`). */
const UNITED = 'unnest($1::uuid[], $2::uuid[]) AS united (lost, kept)';

type Pairs = readonly [readonly Id[], readonly Id[]];

/**
 * Takes invitations back that are the same as others (`lost`: from which to which), quietly: their reasons become the
 * other's, the seat goes, and the links of mails that were sent open the other one and its registration. No mail is written. The meetings'
 * rows are locked.
 */
export async function uniteInvitations(
  tx: Tx,
  lost: ReadonlyMap<Id, Id>,
  now: Temporal.Instant,
): Promise<void> {
  if (lost.size === 0) return;
  const pairs = [[...lost.keys()], [...lost.values()]] as const;
  await uniteReasons(tx, pairs);
  await leadLinks(tx, pairs, now);
  await uniteMessages(tx, pairs);
  // SEQUENCE never falls, whichever of the two a calendar knows; a seat that is kept for one is kept for both.
  await tx.manager.query(
    `UPDATE invitation AS kept
        SET sequence = greatest(kept.sequence, gone.sequence),
            reserved_seat = kept.reserved_seat OR gone.reserved_seat AND gone.state = 'active'
       FROM ${UNITED} JOIN invitation AS gone ON gone.id = united.lost
      WHERE kept.id = united.kept`,
    [...pairs],
  );
  await tx.manager.query(
    `UPDATE open_registration SET invitation_id = united.kept FROM ${UNITED} WHERE invitation_id = united.lost`,
    [...pairs],
  );
  for (const column of ['in_place_of_id', 'registered_by_id']) {
    await tx.manager.query(
      `UPDATE invitation SET ${column} = nullif(united.kept, invitation.id) FROM ${UNITED}
        WHERE ${column} = united.lost`,
      [...pairs],
    );
  }
  await tx.manager.query('DELETE FROM registration WHERE invitation_id = ANY($1)', [pairs[0]]);
  await tx.manager.query('DELETE FROM invitation WHERE id = ANY($1)', [pairs[0]]);
}

/** A reason that both have counts once, and holds as long as one of the two does; who holds an office deputises for nobody. */
async function uniteReasons(tx: Tx, pairs: Pairs): Promise<void> {
  await tx.manager.query(
    `UPDATE invitation_reason AS reason
        SET ended_at = NULL, end_cause = NULL,
            as_deputy_for_id = CASE
              WHEN reason.ended_at IS NULL AND (reason.as_deputy_for_id IS NULL OR same.as_deputy_for_id IS NOT NULL)
              THEN reason.as_deputy_for_id ELSE same.as_deputy_for_id END
       FROM ${UNITED} JOIN invitation_reason AS same ON same.invitation_id = united.lost AND same.ended_at IS NULL
      WHERE reason.invitation_id = united.kept AND reason.reason_key = same.reason_key`,
    [...pairs],
  );
  await tx.manager.query(
    `UPDATE invitation_reason AS reason SET invitation_id = united.kept
       FROM ${UNITED}
      WHERE reason.invitation_id = united.lost
        AND NOT EXISTS (SELECT FROM invitation_reason AS same
                         WHERE same.invitation_id = united.kept AND same.reason_key = reason.reason_key)`,
    [...pairs],
  );
}

/** Whatever either of them got was written to both. */
async function uniteMessages(tx: Tx, pairs: Pairs): Promise<void> {
  await tx.manager.query(
    `INSERT INTO meeting_message_recipient (message_id, invitation_id)
     SELECT recipient.message_id, united.kept
       FROM ${UNITED} JOIN meeting_message_recipient AS recipient ON recipient.invitation_id = united.lost
     ON CONFLICT DO NOTHING`,
    [...pairs],
  );
}

async function leadLinks(tx: Tx, pairs: Pairs, now: Temporal.Instant): Promise<void> {
  await tx.manager.query(
    `UPDATE former_invitation SET invitation_id = united.kept FROM ${UNITED}
      WHERE invitation_id = united.lost`,
    [...pairs],
  );
  await tx.manager.query(
    `INSERT INTO former_invitation
       (id, invitation_id, token_hash, registration_id, registration_token_hash, merged_at)
     SELECT united.lost, united.kept, gone.token_hash, registration.id, registration.token_hash, $3
       FROM ${UNITED} JOIN invitation AS gone ON gone.id = united.lost
            LEFT JOIN registration ON registration.invitation_id = gone.id`,
    [...pairs, now],
  );
}
