import { writeAudit } from '#audit';
import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { promote } from '../rules/registration.rules.js';
import { readSeatFacts } from './desk.js';

/**
 * Confirms those who moved up, in a meeting whose row is locked: their seats, SEQUENCE (tentative becomes confirmed),
 * audit, and a mail each.
 */
export async function confirmPromoted(
  tx: Tx,
  meeting: Meeting,
  registrationIds: readonly Id[],
  now: Temporal.Instant,
): Promise<void> {
  if (registrationIds.length === 0) return;
  const [moved]: [{ id: Id; invitationId: Id | null }[]] = await tx.manager.query(
    `UPDATE registration SET state = 'confirmed', decided_at = $2 WHERE id = ANY($1)
     RETURNING id, invitation_id AS "invitationId"`,
    [registrationIds, now],
  );
  const invitationIds = moved.flatMap(({ invitationId }) => (invitationId === null ? [] : [invitationId]));
  await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [invitationIds]);
  await writeAudit(
    tx,
    invitationIds.map((subjectId) => ({
      at: now,
      actorPersonId: null,
      channel: 'system' as const,
      action: 'registration.promote',
      subjectKind: 'invitation',
      subjectId,
      before: { registration: 'waitlisted' },
      after: { registration: 'confirmed' },
    })),
  );
  await writeParticipantMails(tx, {
    kind: 'confirmation',
    meeting,
    invitationIds,
    now,
    outcome: 'confirmed',
  });
}

/** Lets the waiting list move up as far as there are seats, in a meeting whose row is locked. */
export async function promoteWaiting(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const { promoted } = promote(await readSeatFacts(tx, meeting));
  await confirmPromoted(tx, meeting, promoted, now);
}
