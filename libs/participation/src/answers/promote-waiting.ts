import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { RegistrationPromoted } from '../facts.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { promote } from '../rules/registration.rules.js';
import { readSeatFacts } from './desk.js';

/**
 * Confirms those who moved up, in a meeting whose row is locked: their seats, SEQUENCE (tentative becomes confirmed),
 * audit, fact, and a mail each.
 */
export async function confirmPromoted(
  tx: Tx,
  meeting: Meeting,
  registrationIds: readonly Id[],
  now: Temporal.Instant,
): Promise<void> {
  if (registrationIds.length === 0) return;
  const [moved]: [{ invitationId: Id | null }[]] = await tx.manager.query(
    `UPDATE registration SET state = 'confirmed', decided_at = $2 WHERE id = ANY($1)
     RETURNING invitation_id AS "invitationId"`,
    [registrationIds, now],
  );
  const invitationIds = moved.flatMap(({ invitationId }) => invitationId ?? []);
  await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [invitationIds]);
  await recordPromotions(tx, meeting.id, invitationIds, now);
  const outcome = 'confirmed';
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome });
}

/**
 * Lets the waiting list move up as far as there are seats, in a meeting whose row is locked. Nobody moves up in a
 * meeting that is cancelled or over.
 */
export async function promoteWaiting(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  if (meeting.state !== 'published' || Temporal.Instant.compare(meeting.endsAt, now) < 0) return;
  const { promoted } = promote(await readSeatFacts(tx, meeting));
  await confirmPromoted(tx, meeting, promoted, now);
}

async function recordPromotions(
  tx: Tx,
  meetingId: Id,
  invitationIds: readonly Id[],
  now: Temporal.Instant,
): Promise<void> {
  const institutionIds = await listMeetingInstitutions(tx, meetingId);
  await writeAudit(
    tx,
    invitationIds.map((subjectId) => ({
      at: now,
      actorPersonId: null,
      channel: 'system' as const,
      action: 'registration.promote',
      subjectKind: 'invitation',
      subjectId,
      institutionIds,
      before: { registration: 'waitlisted' },
      after: { registration: 'confirmed' },
    })),
  );
  await recordFacts(
    tx,
    invitationIds.map((invitationId) => factOf(RegistrationPromoted, { meetingId, invitationId }, now)),
  );
}
