import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import type { PollInput } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import type { Temporal } from '#kernel';
import { assertMayNameOrganiser, assertMayWith, Meeting, unknownInstitution } from '#meetings';
import { assertAskable, assertCanInviteTo } from '#participation';
import { checkOptions } from '../rules/check-options.js';
import { PollOption } from '../tables/poll-option.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from './audit-poll.js';
import { columnsOf, datesOf } from './poll-columns.js';

/** Adds a date poll as a draft: nobody is asked before it is opened. */
@Injectable()
export class CreatePoll {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws the fields of dates and deadline that cannot be (`FieldsError`), those of an audience that refers to nothing,
   * `meeting.unknown-organiser`, or what keeps the meeting that is to move from moving.
   */
  async create(actor: Actor, input: PollInput): Promise<Poll> {
    assertMay(actor, 'meeting.create', { institutionIds: [input.institutionId] });
    const now = this.clock.now();
    const options = datesOf(input);
    const columns = columnsOf(input);
    checkOptions({ options, zone: input.zone, deadlineAt: columns.deadlineAt, now });
    try {
      return await this.unitOfWork.run(async (tx) => {
        await assertMayNameOrganiser(tx, actor, input.organiserId);
        await assertAskable(tx, actor, input.asking.audience, '/asking/audience');
        await assertMovable(tx, actor, { meetingId: input.movesMeetingId, now });
        const poll = Object.assign(
          new Poll(),
          { ...blank, ...columns, createdAt: now, changedAt: now },
          { id: newId() },
        );
        await insertRows(tx, Poll, [poll]);
        const rows = options.map((option) => ({ ...option, id: newId(), pollId: poll.id }));
        await insertRows(tx, PollOption, rows);
        await auditPoll(tx, poll, { action: 'create', actor, now, after: { ...input } });
        return poll;
      });
    } catch (error) {
      throw unknownInstitution(error);
    }
  }
}

const blank = {
  state: 'draft' as const,
  meetingId: null,
  takenOptionId: null,
  decisionNote: null,
  remindedAt: null,
  openedAt: null,
  version: 1,
};

async function assertMovable(
  tx: Tx,
  actor: Actor,
  { meetingId, now }: { meetingId: string | null; now: Temporal.Instant },
): Promise<void> {
  if (meetingId === null) return;
  const meeting = await tx.manager.findOneBy(Meeting, { id: meetingId });
  if (meeting === null) throw new DomainError('meeting.not-found');
  await assertMayWith(tx, actor, 'meeting.change', meeting);
  assertCanInviteTo(meeting, now);
}
