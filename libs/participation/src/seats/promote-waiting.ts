import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { listMeetingInstitutions } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, recordFacts } from '#queue';
import { RegistrationPromoted, SeatOffered } from '../facts.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { workOff } from '../rules/registration.rules.js';
import type { Moved } from '../rules/registration.rules.js';
import { offerEndsAt } from './freed-seats.rules.js';
import { scheduleOffers } from './offers-due.js';
import { readSeatFacts } from './read-seat-facts.js';

/**
 * Gives seats to those who moved up, in a meeting whose row is locked: confirmed at once, or held for them until an
 * offer ends. SEQUENCE (tentative becomes confirmed), audit, fact, and a mail each.
 */
export async function writeMoved(
  tx: Tx,
  meeting: Meeting,
  moved: readonly Moved[],
  now: Temporal.Instant,
): Promise<void> {
  for (const state of ['confirmed', 'offered'] as const) {
    const ids = moved.filter((one) => one.state === state).map(({ registrationId }) => registrationId);
    if (ids.length > 0) await write(tx, meeting, { ids, state }, now);
  }
}

/**
 * Lets the waiting list move up as far as there are seats, in a meeting whose row is locked. Nobody moves up in a
 * meeting that is cancelled or over. May run any number of times.
 */
export async function promoteWaiting(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  if (!isOn(meeting, now)) return;
  const { moved } = workOff(await readSeatFacts(tx, meeting, now));
  await writeMoved(tx, meeting, moved, now);
}

/** Whether anybody can still come. */
export function isOn({ state, endsAt }: Pick<Meeting, 'state' | 'endsAt'>, now: Temporal.Instant): boolean {
  return state === 'published' && Temporal.Instant.compare(endsAt, now) >= 0;
}

interface MovedUp {
  readonly ids: readonly Id[];
  readonly state: Moved['state'];
}

async function write(
  tx: Tx,
  meeting: Meeting,
  { ids, state }: MovedUp,
  now: Temporal.Instant,
): Promise<void> {
  const offeredUntil = state === 'offered' ? offerEndsAt(meeting, now) : null;
  const [moved]: [{ invitationId: Id | null }[]] = await tx.manager.query(
    `UPDATE registration SET state = $2, offered_until = $3, decided_at = $4, decisions = decisions + 1
      WHERE id = ANY($1) RETURNING invitation_id AS "invitationId"`,
    [ids, state, offeredUntil, now],
  );
  const invitationIds = moved.flatMap(({ invitationId }) => invitationId ?? []);
  if (state === 'confirmed') {
    await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [
      invitationIds,
    ]);
  }
  await record(tx, meeting.id, { invitationIds, state }, now);
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome: state });
  if (offeredUntil !== null) await scheduleOffers(tx, ids, offeredUntil);
}

async function record(
  tx: Tx,
  meetingId: Id,
  { invitationIds, state }: { readonly invitationIds: readonly Id[]; readonly state: Moved['state'] },
  now: Temporal.Instant,
): Promise<void> {
  const institutionIds = await listMeetingInstitutions(tx, meetingId);
  await writeAudit(
    tx,
    invitationIds.map((subjectId) => ({
      at: now,
      actorPersonId: null,
      channel: 'system' as const,
      action: state === 'confirmed' ? ('registration.promote' as const) : ('registration.offer' as const),
      subjectKind: 'invitation',
      subjectId,
      institutionIds,
      before: { registration: 'waitlisted' },
      after: { registration: state },
    })),
  );
  const fact = state === 'confirmed' ? RegistrationPromoted : SeatOffered;
  await recordFacts(
    tx,
    invitationIds.map((invitationId) => factOf(fact, { meetingId, invitationId }, now)),
  );
}
