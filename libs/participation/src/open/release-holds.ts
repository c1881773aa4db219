import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { lockMeeting } from '#meetings';
import { defineDueWork, HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { promoteWaiting } from '../seats/promote-waiting.js';
import { OpenRegistration } from '../tables/open-registration.entity.js';

/** Nobody has confirmed in time; the row's subject is the open registration. */
export const OpenHoldDue = defineDueWork<Record<never, never>>('open-registration.lapses');

/** Takes back the seats of those who have not confirmed, deletes what they typed, and lets the next in line move up. */
@Injectable()
@HandlesDueWork(OpenHoldDue)
export class ReleaseHolds implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Under the meeting's lock, all that are over by now. May run twice and at once. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    const asked = await this.unitOfWork.reader.manager.findOneBy(OpenRegistration, { id: subjectId });
    if (asked === null) return;
    await this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, asked.meetingId);
      const now = this.clock.now();
      const released = await releaseHolds(tx, { meetingId: meeting.id, expiredBefore: now });
      if (released > 0) await promoteWaiting(tx, meeting, now);
    });
  }
}

interface Released {
  readonly meetingId: Id;
  readonly addressHash?: string | null;
  readonly expiredBefore?: Temporal.Instant | null;
}

/**
 * Ends unconfirmed registrations of a meeting, whose row is locked: those of one address, or those that are over. What
 * was typed is emptied; what counts how often somebody asked stays for a day. Returns how many.
 */
export async function releaseHolds(
  tx: Tx,
  { meetingId, addressHash = null, expiredBefore = null }: Released,
): Promise<number> {
  const [released]: [unknown[]] = await tx.manager.query(
    `UPDATE open_registration
        SET state = 'expired', given_name = '', family_name = '', address = '', organisation = NULL,
            answers = '{}', companions = '{}', contingent_id = NULL
      WHERE meeting_id = $1 AND state = 'pending'
        AND ($2::text IS NULL OR address_hash = $2) AND ($3::timestamptz IS NULL OR expires_at < $3)
      RETURNING id`,
    [meetingId, addressHash, expiredBefore],
  );
  return released.length;
}
