import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { factOf, HandlesDueWork, recordFacts } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { OfferLapsed } from '../facts.js';
import { writeParticipantMails } from '../mail/participant-mails.js';
import { Registration } from '../tables/registration.entity.js';
import { OfferDue } from './offers-due.js';
import { promoteWaiting } from './promote-waiting.js';

/** Takes back the seats that nobody took in time, and offers them to the next. */
@Injectable()
@HandlesDueWork(OfferDue)
export class LapseOffers implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Under the meeting's lock, all offers that are over by now. May run twice and at once: an offer lapses once. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    const { reader } = this.unitOfWork;
    const registration = await reader.manager.findOneBy(Registration, { id: subjectId });
    if (registration === null) return;
    await this.unitOfWork.run((tx) => lapseOffersIn(tx, registration.meetingId, this.clock));
  }
}

/** Ends what is over of a meeting's offers under its lock, and lets those who wait move up. */
export async function lapseOffersIn(tx: Tx, meetingId: Id, clock: Pick<Clock, 'now'>): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId);
  const now = clock.now();
  if ((await lapseOffers(tx, meeting, now)) > 0) await promoteWaiting(tx, meeting, now);
}

/**
 * Ends the offers of a meeting, whose row is locked, that were over before `now`, and tells those who had them. Returns
 * how many; their seats are free.
 */
export async function lapseOffers(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<number> {
  const lapsed: { id: Id; invitationId: Id }[] = await tx.manager.query(
    `SELECT id, invitation_id AS "invitationId" FROM registration
      WHERE meeting_id = $1 AND state = 'offered' AND offered_until < $2`,
    [meeting.id, now],
  );
  if (lapsed.length === 0) return 0;
  await tx.manager.query(
    `UPDATE registration
        SET state = 'cancelled', cause = 'offer-lapsed', offered_until = NULL, group_id = NULL, decided_at = $2,
            decisions = decisions + 1
      WHERE id = ANY($1)`,
    [lapsed.map(({ id }) => id), now],
  );
  const invitationIds = lapsed.map(({ invitationId }) => invitationId);
  await tx.manager.query('UPDATE invitation SET sequence = sequence + 1 WHERE id = ANY($1)', [invitationIds]);
  await record(tx, meeting.id, invitationIds, now);
  const outcome = 'lapsed';
  await writeParticipantMails(tx, { kind: 'confirmation', meeting, invitationIds, now, outcome });
  return lapsed.length;
}

async function record(
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
      action: 'registration.lapse' as const,
      subjectKind: 'invitation',
      subjectId,
      institutionIds,
      before: { registration: 'offered' },
      after: { registration: 'cancelled' },
    })),
  );
  await recordFacts(
    tx,
    invitationIds.map((invitationId) => factOf(OfferLapsed, { meetingId, invitationId }, now)),
  );
}
