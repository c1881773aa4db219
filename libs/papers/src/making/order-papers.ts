import { Injectable } from '@nestjs/common';
import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import type { PaperOrder, YearCertificateOrder } from '#contracts';
import { UnitOfWork } from '#database';
import { findReadablePeople, getInstitution } from '#directory';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting, listMeetingInstitutions } from '#meetings';
import { badgeFormats, badgesPerPage } from '../kinds/badge-formats.js';
import { findAttended } from './find-attended.js';
import { findListed } from './find-listed.js';
import { startPaper } from './paper-order.js';

/** A paper of more people than this is several papers. */
const MOST_PEOPLE = 5000;

/** Asks for papers. */
@Injectable()
export class OrderPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A paper about a meeting's people, for who may read them; returns the operation's id, which is the paper's as well.
   * Throws `meeting.not-found`, `paper.nobody`, `paper.nobody-present`, `paper.too-many` and `paper.no-such-label`.
   */
  async forMeeting(actor: Actor, meetingId: Id, order: PaperOrder): Promise<Id> {
    assertLabel(order);
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const { institutionId } = await getMeeting(tx, scopeOf(actor, 'meeting.invite'), meetingId);
      const { kind, language } = order;
      const people = await findListed(tx, meetingId, order);
      if (people.length === 0) {
        throw new DomainError(kind === 'certificates' ? 'paper.nobody-present' : 'paper.nobody');
      }
      if (people.length > MOST_PEOPLE) throw new DomainError('paper.too-many', { most: MOST_PEOPLE });
      await writeAudit(tx, [
        {
          at: now,
          actorPersonId: actor.personId,
          channel: actor.channel,
          requestId: actor.requestId,
          action: 'meeting.print',
          subjectKind: 'meeting',
          subjectId: meetingId,
          institutionIds: await listMeetingInstitutions(tx, meetingId),
          after: { paper: kind, people: people.length },
        },
      ]);
      const params = { actor, meetingId, order };
      return startPaper(tx, { params, kind, institutionId, language, total: people.length, now });
    });
  }

  /**
   * A certificate of all that a person was present at in a year, of the meetings whose people the actor may read, with
   * the head of an institution for which they invite. Throws `access.denied`, `institution.not-found`,
   * `person.not-found` and `paper.nobody-present`.
   */
  async forYear(actor: Actor, personId: Id, year: YearCertificateOrder): Promise<Id> {
    const { institutionId, language } = year;
    assertMay(actor, 'meeting.invite', { institutionIds: [institutionId] });
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await getInstitution(tx, scopeOf(actor, 'institution.read'), institutionId);
      const readable = await findReadablePeople(tx, actor, [personId]);
      if (!readable.has(personId)) throw new DomainError('person.not-found');
      const scope = scopeOf(actor, 'meeting.invite');
      const meetings = await findAttended(tx, scope, { personId, year: year.year });
      if (meetings.length === 0) throw new DomainError('paper.nobody-present');
      await writeAudit(tx, [
        {
          at: now,
          actorPersonId: actor.personId,
          channel: actor.channel,
          requestId: actor.requestId,
          action: 'person.certify',
          subjectKind: 'person',
          subjectId: personId,
          institutionIds: [institutionId],
          after: { year: year.year, meetings: meetings.length },
        },
      ]);
      const params = { actor, personId, year };
      const total = meetings.length;
      return startPaper(tx, { params, kind: 'year-certificate', institutionId, language, total, now });
    });
  }
}

/** Refuses a first label that is not on the sheet. */
function assertLabel(order: PaperOrder): void {
  if (order.kind !== 'badges') return;
  const labels = badgesPerPage(badgeFormats[order.format]);
  if (order.startAt > labels) throw new DomainError('paper.no-such-label', { pointer: '/startAt', labels });
}
