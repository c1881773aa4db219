import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import { instantOf } from '#calendar';
import type { AskingInput, PollInput } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId, Temporal } from '#kernel';
import { assertMayNameOrganiser, assertMayWith, Meeting, unknownInstitution } from '#meetings';
import { assertAskable, assertCanInviteTo } from '#participation';
import { checkOptions } from '../rules/check-options.js';
import { PollOption } from '../tables/poll-option.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from './audit-poll.js';

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
    const options = input.options.map(({ startsLocal, allDay }) => ({
      startsLocal: Temporal.PlainDateTime.from(startsLocal),
      allDay,
    }));
    const columns = columnsOf(input);
    checkOptions({ options, zone: input.zone, deadlineAt: columns.deadlineAt, now });
    try {
      return await this.unitOfWork.run(async (tx) => {
        await assertMayNameOrganiser(tx, actor, input.organiserId);
        await assertAskable(tx, actor, input.asking.audience);
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

/** How the poll's audience is asked, as meetings are told. */
export function askingOf(poll: Poll): AskingInput {
  const { audienceId, audienceRule, successors, newcomers, copyToDeputies } = poll;
  const settings = { successors, newcomers, copyToDeputies };
  if (audienceRule !== null) return { audience: { kind: 'rule', rule: audienceRule }, settings };
  if (audienceId !== null) return { audience: { kind: 'saved', audienceId }, settings };
  throw new DomainError('audience.empty');
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

function columnsOf(input: PollInput) {
  const { asking, options: _, deadlineLocal, ...fields } = input;
  const { audience, settings } = asking;
  const wallClock = Temporal.PlainDateTime.from(deadlineLocal);
  return {
    ...fields,
    ...settings,
    audienceId: audience.kind === 'saved' ? audience.audienceId : null,
    audienceRule: audience.kind === 'rule' ? audience.rule : null,
    deadlineLocal: wallClock,
    deadlineAt: instantOf(wallClock, fields.zone),
  };
}

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
