import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { MeetingInput } from '#contracts';
import { UnitOfWork, violatedConstraint } from '#database';
import { Clock, DomainError } from '#kernel';
import { faceOf } from '../meeting-face.js';
import type { Meeting } from '../tables/meeting.entity.js';
import { assertMayNameOrganiser } from '../rights/links.policy.js';
import { insertMeeting } from './write-meeting.js';

/** Adds a meeting as a draft that only hosts see. */
@Injectable()
export class CreateMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `meeting.unknown-institution` when institution, host or listing are not there, `meeting.unknown-organiser`
   * when the actor does not reach such a person.
   */
  async create(actor: Actor, input: MeetingInput): Promise<Meeting> {
    assertMay(actor, 'meeting.create', { institutionIds: [input.institutionId] });
    const now = this.clock.now();
    try {
      return await this.unitOfWork.run(async (tx) => {
        await assertMayNameOrganiser(tx, actor, input.organiserId);
        const meeting = await insertMeeting(tx, input, now);
        await writeAudit(tx, [
          {
            at: now,
            actorPersonId: actor.personId,
            channel: actor.channel,
            action: 'meeting.create',
            subjectKind: 'meeting',
            subjectId: meeting.id,
            institutionIds: [input.institutionId, ...input.hostIds],
            after: { ...faceOf(meeting) },
            requestId: actor.requestId,
          },
        ]);
        return meeting;
      });
    } catch (error) {
      throw unknownInstitution(error);
    }
  }
}

/** A broken foreign key of a meeting as the refusal it is; every other error as it was. */
export function unknownInstitution(error: unknown): unknown {
  return violatedConstraint(error)?.startsWith('fk_') === true
    ? new DomainError('meeting.unknown-institution')
    : error;
}
