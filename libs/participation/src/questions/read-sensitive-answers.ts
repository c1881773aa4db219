import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { displayName, findPeople } from '#directory';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting, listMeetingInstitutions } from '#meetings';
import { findToldAnswers } from './find-question-answers.js';
import type { ToldAnswer } from './find-question-answers.js';

export interface SensitiveAnswers {
  readonly person: { readonly id: Id; readonly name: string };
  readonly answers: readonly ToldAnswer[];
}

/** Shows what people said of their diet and of what they need to take part. */
@Injectable()
export class ReadSensitiveAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * By name, of everybody who may come. That somebody looked is written down, as the law wants it for such data (GDPR,
   * article 9 and article 5(2)). Throws `meeting.not-found`.
   */
  async read(actor: Actor, meetingId: Id): Promise<readonly SensitiveAnswers[]> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await getMeeting(tx, scopeOf(actor, 'meeting.invite'), meetingId);
      const invitees = await findInvitees(tx, meetingId);
      const invitationIds = invitees.map(({ invitationId }) => invitationId);
      const told = await findToldAnswers(tx, meeting.questions, { invitationIds, sensitive: true });
      const people = await findPeople(
        tx,
        invitees.map(({ personId }) => personId),
      );
      await writeAudit(tx, [
        {
          at: this.clock.now(),
          actorPersonId: actor.personId,
          channel: actor.channel,
          action: 'meeting.read-sensitive',
          subjectKind: 'meeting',
          subjectId: meetingId,
          institutionIds: await listMeetingInstitutions(tx, meetingId),
          after: { people: told.size },
          requestId: actor.requestId,
        },
      ]);
      const found = invitees.flatMap(({ invitationId, personId }) => {
        const [answers, person] = [told.get(invitationId), people.get(personId)];
        if (answers === undefined || person === undefined) return [];
        return [{ person: { id: personId, name: displayName(person) }, answers }];
      });
      return found.toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'de'));
    });
  }
}

async function findInvitees(tx: Tx, meetingId: Id): Promise<readonly { invitationId: Id; personId: Id }[]> {
  return tx.manager.query(
    `SELECT id AS "invitationId", person_id AS "personId" FROM invitation
      WHERE meeting_id = $1 AND state = 'active'`,
    [meetingId],
  );
}
