import { Injectable } from '@nestjs/common';
import { assertMay, systemActor } from '#access';
import type { Actor } from '#access';
import type { PollRemindPreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { writePollMails } from '../mail/poll-mails.js';
import { findSilent } from '../reading/find-silent.js';
import { previewReminder } from '../reading/preview-poll.js';
import { isOpen } from '../rules/is-open.js';
import { lockPoll } from '../tables/find-poll.js';
import { Poll } from '../tables/poll.entity.js';
import { auditPoll } from '../writing/audit-poll.js';
import { PollReminderDue } from './poll-work.js';

/** Reminds whoever has not voted: by the host's hand, and once by itself before the deadline. */
@Injectable()
@HandlesDueWork(PollReminderDue)
export class RemindSilent implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Who is silent and would be reminded; sends nothing. Throws `poll.not-found`. */
  preview(actor: Actor, pollId: Id): Promise<PollRemindPreviewDto> {
    return previewReminder(this.unitOfWork.reader, actor, pollId);
  }

  /** Reminds them now and returns how many there are. Throws `poll.not-open`, `poll.nobody-silent`. */
  async remind(actor: Actor, pollId: Id): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockPoll(tx, pollId);
      assertMay(actor, 'meeting.invite', { institutionIds: [poll.institutionId] });
      if (!isOpen(poll, now)) throw new DomainError('poll.not-open');
      const reminded = await remindIn(tx, poll, now);
      if (reminded === 0) throw new DomainError('poll.nobody-silent');
      await auditPoll(tx, poll, { action: 'remind', actor, now, after: { people: reminded } });
      return reminded;
    });
  }

  /** Once for each poll, however often it runs; a poll that is open no more reminds nobody. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const poll = await lockPoll(tx, subjectId);
      if (!isOpen(poll, now) || poll.remindedAt !== null) return;
      await tx.manager.update(Poll, { id: poll.id }, { remindedAt: now });
      const reminded = await remindIn(tx, poll, now);
      const actor = systemActor();
      if (reminded > 0)
        await auditPoll(tx, poll, { action: 'remind', actor, now, after: { people: reminded } });
    });
  }
}

async function remindIn(tx: Tx, poll: Poll, now: Temporal.Instant): Promise<number> {
  const ids = (await findSilent(tx, poll.id)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.manager.query('UPDATE poll_participant SET reminders = reminders + 1 WHERE id = ANY($1)', [ids]);
  await writePollMails(tx, { kind: 'poll-reminder', poll, participantIds: ids, now });
  return ids.length;
}
