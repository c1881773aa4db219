import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { AskingInput } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { assertAskable, sourceOf } from '../invitations/asked-audience.js';
import { auditMails, lockToWrite } from './mails-by-hand.js';
import { writeSaveTheDates } from './save-the-date.js';

/** Asks an audience by hand to keep a meeting's day free. */
@Injectable()
export class SendSaveTheDate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the number of mails; pressing twice writes none twice. Holds the meeting's row lock. Throws
   * `meeting.not-found`, `access.denied`, whatever forbids inviting, and the fields that refer to nothing.
   */
  async send(actor: Actor, meetingId: Id, { audience, settings }: AskingInput): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const meeting = await lockToWrite(tx, actor, { meetingId, now });
      await assertAskable(tx, actor, audience);
      const asked = { ...sourceOf(audience), successors: settings.successors };
      const mails = await writeSaveTheDates(tx, meeting, asked, now);
      await auditMails(tx, actor, { meetingId, now, action: 'meeting.save-the-date', mails });
      return mails;
    });
  }
}
