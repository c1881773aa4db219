import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { hasLeft } from './meeting-audience.js';
import type { Reached } from './meeting-audience.js';

/**
 * The meeting moved: who has a seat, waits or is undecided keeps that, marked to be confirmed again; who declined is
 * silent again, as if just asked.
 */
export async function askAgain(
  tx: Tx,
  meeting: Meeting,
  reached: readonly Reached[],
  now: Temporal.Instant,
): Promise<void> {
  const keeping = reached.filter(({ state }) => state !== null && !hasLeft(state));
  const declined = reached.filter(({ state }) => hasLeft(state)).map(({ invitationId }) => invitationId);
  await tx.manager.query('UPDATE invitation SET to_confirm_again = true WHERE id = ANY($1)', [
    keeping.map(({ invitationId }) => invitationId),
  ]);
  await tx.manager.query(
    `UPDATE invitation SET answer = NULL, answer_note = NULL, answer_channel = NULL, answered_at = NULL
      WHERE id = ANY($1)`,
    [declined],
  );
  await tx.manager.query(
    `DELETE FROM registration WHERE meeting_id = $1 AND invitation_id = ANY($2) AND decided_at <= $3`,
    [meeting.id, declined, now],
  );
}
