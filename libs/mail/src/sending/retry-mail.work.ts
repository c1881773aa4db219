import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { HandlesDueWork, wakeAfterCommit } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { MAIL_CHANNEL } from '../mail-channel.js';
import { RetryMail } from './mail-jobs.js';
import { isOvertaken } from './overtaken.sql.js';

/** Puts a mail back into the queue when its next try is due, unless a younger one has overtaken it. */
@Injectable()
@HandlesDueWork(RetryMail)
export class RetryMailWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.query(
        `UPDATE outgoing_mail AS mail
            SET state = CASE WHEN ${isOvertaken('mail')} THEN 'superseded' ELSE 'queued' END
          WHERE id = $1 AND state = 'retrying'`,
        [subjectId],
      );
      wakeAfterCommit(tx, MAIL_CHANNEL);
    });
  }
}
