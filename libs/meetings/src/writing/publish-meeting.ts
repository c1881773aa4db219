import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf, recordFacts } from '#queue';
import { MeetingChanged } from '../facts.js';
import { listMeetingInstitutions } from '../rights/stored-meeting-places.js';
import { assertMayWith } from '../reading/meeting-reach.js';
import type { Meeting } from '../tables/meeting.entity.js';
import { checkVersion, lockMeeting, updateMeetingState } from './write-meeting.js';

/** Makes a draft public as far as its visibility says; invites nobody. */
@Injectable()
export class PublishMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws `version.stale`, or `meeting.already-published` for anything but a draft. */
  async publish(actor: Actor, id: Id, ifMatch: number): Promise<Meeting> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, id);
      await assertMayWith(tx, actor, 'meeting.change', meeting);
      const now = this.clock.now();
      checkVersion(meeting, ifMatch);
      if (meeting.state !== 'draft') throw new DomainError('meeting.already-published');
      const written = await updateMeetingState(tx, meeting, 'published', now);
      await writeAudit(tx, [
        {
          at: now,
          actorPersonId: actor.personId,
          channel: actor.channel,
          action: 'meeting.publish',
          subjectKind: 'meeting',
          subjectId: id,
          institutionIds: await listMeetingInstitutions(tx, id),
          before: { state: 'draft' },
          after: { state: 'published' },
          requestId: actor.requestId,
        },
      ]);
      await recordFacts(tx, [factOf(MeetingChanged, { meetingId: id, revision: written.revision }, now)]);
      return written;
    });
  }
}
