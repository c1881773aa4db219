import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { HandlesDueWork, wakeAfterCommit } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { MAIL_CHANNEL } from '../mail-channel.js';
import { RetryMail } from './mail-jobs.js';

/** Puts a mail back into the queue when its next try is due. */
@Injectable()
@HandlesDueWork(RetryMail)
export class RetryMailWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.query(
        `UPDATE outgoing_mail SET state = 'queued' WHERE id = $1 AND state = 'retrying'`,
        [subjectId],
      );
      wakeAfterCommit(tx, MAIL_CHANNEL);
    });
  }
}
