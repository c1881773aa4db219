import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import type { PollInput, PollPatch } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { differenceOf } from '#directory';
import { Clock, DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { assertMayNameOrganiser } from '#meetings';
import { assertAskable } from '#participation';
import { scheduleDueWork } from '#queue';
import { PollCloseDue, PollReminderDue } from '../asking/poll-work.js';
import { assertChangeable } from '../rules/changeable.js';
import { checkOptions } from '../rules/check-options.js';
import { reminderTime } from '../rules/reminder-time.js';
import { stateAfter } from '../rules/poll-states.js';
import { findOptions, lockPoll } from '../tables/find-poll.js';
import { PollOption } from '../tables/poll-option.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from './audit-poll.js';
import { columnsOf, datesOf, inputOf } from './poll-columns.js';

export interface PollChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
}

/** Changes date polls, and deletes those that have asked nobody. */
@Injectable()
export class ChangePoll {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what the patch names, under the poll's lock: all of a draft, and of a poll that asks what leaves every vote
   * as it was given. Nobody gets a mail; a new deadline moves reminder and end. A patch that changes nothing leaves the
   * version alone. Throws `poll.not-found`, `access.denied`, `version.stale`, `poll.ended`, and the fields that may not
   * change or cannot be (`FieldsError`).
   */
  async change(actor: Actor, { id, ifMatch, patch }: PollChange & { patch: PollPatch }): Promise<Poll> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockSeen(tx, actor, { id, ifMatch });
      const current = inputOf(poll, await findOptions(tx, [id]));
      const difference = differenceOf(current, patch as Partial<PollInput>);
      if (difference === null) return poll;
      const state = poll.state === 'open' && hasCome(poll.deadlineAt, now) ? 'closed' : poll.state;
      assertChangeable({ ...poll, state }, difference.after);
      const input = { ...current, ...difference.after };
      await assertPossible(tx, actor, { input, after: difference.after, now });
      const columns = { ...columnsOf(input), changedAt: now, version: poll.version + 1 };
      const changed = Object.assign(new Poll(), poll, columns);
      await tx.manager
        .createQueryBuilder()
        .update(Poll)
        .set(columns as object)
        .where({ id })
        .execute();
      if (difference.after.options !== undefined) await replaceOptions(tx, input, id);
      if (difference.after.deadlineLocal !== undefined && poll.state === 'open')
        await reschedule(tx, changed, now);
      await auditPoll(tx, changed, { action: 'change', actor, now, ...difference });
      return changed;
    });
  }

  /**
   * Deletes a draft, under its lock. Throws `poll.not-found`, `access.denied`, `version.stale`, and `poll.not-draft`
   * where people were asked: their links go on saying what became of it.
   */
  async delete(actor: Actor, change: PollChange): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockSeen(tx, actor, change);
      stateAfter(poll.state, 'open');
      const before = { ...inputOf(poll, await findOptions(tx, [poll.id])) };
      await tx.manager.delete(Poll, { id: poll.id });
      await auditPoll(tx, poll, { action: 'delete', actor, now, before });
    });
  }
}

async function lockSeen(tx: Tx, actor: Actor, { id, ifMatch }: PollChange): Promise<Poll> {
  const poll = await lockPoll(tx, id);
  assertMay(actor, 'meeting.create', { institutionIds: [poll.institutionId] });
  if (poll.version !== ifMatch) throw new DomainError('version.stale', { version: poll.version });
  return poll;
}

function hasCome(deadlineAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(deadlineAt, now) <= 0;
}

interface Checked {
  readonly input: PollInput;
  readonly after: Partial<PollInput>;
  readonly now: Temporal.Instant;
}

/** Only what changes is asked again: a draft whose dates have passed may get another title first. */
async function assertPossible(tx: Tx, actor: Actor, { input, after, now }: Checked): Promise<void> {
  if ('options' in after || 'deadlineLocal' in after || 'zone' in after) {
    const { deadlineAt } = columnsOf(input);
    checkOptions({ options: datesOf(input), zone: input.zone, deadlineAt, now });
  }
  if ('organiserId' in after) await assertMayNameOrganiser(tx, actor, input.organiserId);
  if ('asking' in after) await assertAskable(tx, actor, input.asking.audience, '/asking/audience');
}

async function replaceOptions(tx: Tx, input: PollInput, pollId: Id): Promise<void> {
  await tx.manager.delete(PollOption, { pollId });
  const rows = datesOf(input).map((option) => ({ ...option, id: newId(), pollId }));
  await insertRows(tx, PollOption, rows);
}

/** Whoever was reminded by itself already is not reminded once more. */
async function reschedule(tx: Tx, { id, deadlineAt }: Poll, now: Temporal.Instant): Promise<void> {
  const reminder = { subjectId: id, dueAt: reminderTime(now, deadlineAt), payload: {} };
  await scheduleDueWork(tx, PollReminderDue, [reminder]);
  await scheduleDueWork(tx, PollCloseDue, [{ subjectId: id, dueAt: deadlineAt, payload: {} }]);
}
