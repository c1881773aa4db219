import { Injectable } from '@nestjs/common';
import { assertMay, systemActor } from '#access';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { writePollMails } from '../mail/poll-mails.js';
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

/** Those who can be written to and have not voted. One query. */
export async function findSilent(
  reader: Reader,
  pollId: Id,
): Promise<readonly { readonly id: Id; readonly personId: Id }[]> {
  return reader.manager.query(
    `SELECT participant.id, participant.person_id AS "personId" FROM poll_participant AS participant
      WHERE participant.poll_id = $1 AND participant.answered_at IS NULL
        AND EXISTS (SELECT FROM person_address WHERE person_id = participant.person_id AND state = 'ok')
      ORDER BY participant.id`,
    [pollId],
  );
}

/** Whether votes count at this moment. */
export function isOpen(
  { state, deadlineAt }: Pick<Poll, 'state' | 'deadlineAt'>,
  now: Temporal.Instant,
): boolean {
  return state === 'open' && Temporal.Instant.compare(now, deadlineAt) < 0;
}

async function remindIn(tx: Tx, poll: Poll, now: Temporal.Instant): Promise<number> {
  const ids = (await findSilent(tx, poll.id)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.manager.query('UPDATE poll_participant SET reminders = reminders + 1 WHERE id = ANY($1)', [ids]);
  await writePollMails(tx, { kind: 'poll-reminder', poll, participantIds: ids, now });
  return ids.length;
}
