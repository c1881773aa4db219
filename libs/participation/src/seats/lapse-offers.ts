import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
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
  await settleOffers(tx, await lockMeeting(tx, meetingId), clock.now());
}

/** The same for a meeting whose row the caller has locked. */
export async function settleOffers(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const offers = await findOffers(tx, meeting.id);
  if ((await lapseOffers(tx, meeting, offers, now)) > 0) await promoteWaiting(tx, meeting, now);
}

/** The offers of a meeting that hold or have not been taken back yet. */
export async function findOffers(tx: Tx, meetingId: Id): Promise<readonly Registration[]> {
  return tx.manager.findBy(Registration, { meetingId, state: 'offered' });
}

/**
 * Ends those of the offers of a meeting, whose row is locked, that were over before `now`, and tells those who had them.
 * Returns how many; their seats are free.
 */
export async function lapseOffers(
  tx: Tx,
  meeting: Meeting,
  offers: readonly Pick<Registration, 'id' | 'invitationId' | 'offeredUntil'>[],
  now: Temporal.Instant,
): Promise<number> {
  const lapsed = offers.filter(
    ({ offeredUntil }) => offeredUntil !== null && Temporal.Instant.compare(offeredUntil, now) < 0,
  );
  if (lapsed.length === 0) return 0;
  await tx.manager.query(
    `UPDATE registration
        SET state = 'cancelled', cause = 'offer-lapsed', offered_until = NULL, group_id = NULL, decided_at = $2,
            decisions = decisions + 1
      WHERE id = ANY($1)`,
    [lapsed.map(({ id }) => id), now],
  );
  const invitationIds = lapsed.flatMap(({ invitationId }) => invitationId ?? []);
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
