import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import type { PollOpenPreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, TokenKeys } from '#kernel';
import type { Id, Temporal } from '#kernel';
import {
  endOperation,
  HandlesDueWork,
  lockOperation,
  reportProgress,
  scheduleDueWork,
  startOperation,
} from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { previewOpening } from '../reading/preview-poll.js';
import { checkOptions } from '../rules/check-options.js';
import { stateAfter } from '../rules/poll-states.js';
import { reminderTime } from '../rules/reminder-time.js';
import { findOptions, lockPoll } from '../tables/find-poll.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from '../writing/audit-poll.js';
import { askPeople } from './ask-people.js';
import { findAsked } from './asked-people.js';
import { PollAskDue, PollCloseDue, PollReminderDue } from './poll-work.js';

const PEOPLE_PER_TRANSACTION = 500;

interface AskParams {
  readonly pollId: Id;
  /** Everybody up to this person has been dealt with. */
  readonly after: Id | null;
}

/** Opens a poll and asks its audience, 500 people in one transaction, so that a crash loses nothing. */
@Injectable()
@HandlesDueWork(PollAskDue)
export class OpenPoll implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /** Who would be asked; sends nothing. Throws `poll.not-found`. */
  preview(actor: Actor, pollId: Id): Promise<PollOpenPreviewDto> {
    return previewOpening(this.unitOfWork.reader, actor, { pollId, now: this.clock.now() });
  }

  /**
   * Opens a draft under its lock and returns the operation that asks. Throws `poll.not-draft`, dates or a deadline that
   * have passed since (`FieldsError`), or `audience.empty`.
   */
  async open(actor: Actor, pollId: Id): Promise<Id> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockPoll(tx, pollId);
      assertMay(actor, 'meeting.invite', { institutionIds: [poll.institutionId] });
      const state = stateAfter(poll.state, 'open');
      checkOptions({ ...poll, options: await findOptions(tx, [pollId]), now });
      const { people } = await findAsked(tx, poll, now);
      if (people.length === 0) throw new DomainError('audience.empty');
      const columns = { state, openedAt: now, changedAt: now, version: poll.version + 1 };
      await tx.manager.update(Poll, { id: pollId }, columns);
      await schedule(tx, poll, now);
      await auditPoll(
        tx,
        { ...poll, state },
        { action: 'open', actor, now, after: { people: people.length } },
      );
      return startAsking(tx, { pollId, createdBy: actor.personId, total: people.length, now });
    });
  }

  /** Goes on asking until all are asked or the poll is open no more. May run twice and at once. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    while (await this.unitOfWork.run((tx) => this.askBatch(tx, subjectId)));
  }

  /** Asks the next 500 people; returns whether there are more. */
  private async askBatch(tx: Tx, operationId: Id): Promise<boolean> {
    const operation = await lockOperation(tx, operationId);
    if (operation.finishedAt !== null) return false;
    const { pollId, after } = operation.params as unknown as AskParams;
    const now = this.clock.now();
    const poll = await lockPoll(tx, pollId);
    if (poll.state !== 'open') {
      await endOperation(tx, operationId, { errorCode: 'poll.not-open', at: now });
      return false;
    }
    const { people } = await findAsked(tx, poll, now);
    const rest = people.filter(({ personId }) => after === null || personId > after);
    const batch = rest.slice(0, PEOPLE_PER_TRANSACTION);
    await askPeople(tx, poll, batch, { keys: this.keys, now });
    await tx.manager.query(
      `UPDATE operation SET params = params || jsonb_build_object('after', $2::text) WHERE id = $1`,
      [operationId, batch.at(-1)?.personId ?? after],
    );
    const done = people.length - rest.length + batch.length;
    await reportProgress(tx, operationId, { done, total: people.length });
    if (batch.length < rest.length) return true;
    await endOperation(tx, operationId, { result: { people: people.length }, at: now });
    return false;
  }
}

async function schedule(tx: Tx, { id, deadlineAt }: Poll, now: Temporal.Instant): Promise<void> {
  const dueAt = reminderTime(now, deadlineAt);
  await scheduleDueWork(tx, PollReminderDue, [{ subjectId: id, dueAt, payload: {} }]);
  await scheduleDueWork(tx, PollCloseDue, [{ subjectId: id, dueAt: deadlineAt, payload: {} }]);
}

async function startAsking(
  tx: Tx,
  {
    pollId,
    createdBy,
    total,
    now,
  }: { pollId: Id; createdBy: Id | null; total: number; now: Temporal.Instant },
): Promise<Id> {
  const params: AskParams = { pollId, after: null };
  const operation = { kind: 'poll', params: { ...params }, createdBy, createdAt: now, total };
  const id = await startOperation(tx, operation);
  await scheduleDueWork(tx, PollAskDue, [{ subjectId: id, dueAt: now, payload: {} }]);
  return id;
}
