import { Injectable } from '@nestjs/common';
import type { AnswerChannel, AnswerValue } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { Invitation } from '../tables/invitation.entity.js';
import { AnswerBatcher } from './answer-batcher.js';
import type { AnswerOutcome } from './incoming-answer.js';

export interface AnswerCommand {
  readonly invitationId: Id;
  readonly answer: AnswerValue;
  readonly note: string | null;
  readonly channel: AnswerChannel;
  readonly actorPersonId?: Id | null;
  readonly requestId?: string | null;
}

/** The one way an answer is given, whatever the channel. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batcher: AnswerBatcher,
    private readonly clock: Clock,
  ) {}

  /**
   * Decides the answer under the meeting's row lock, writes it with its registration, audit, fact and confirmation
   * mail, and returns what became of it after the commit. Throws `invitation.not-found`. The same answer may be given
   * any number of times; only what differs is confirmed by mail.
   */
  async answer(command: AnswerCommand): Promise<AnswerOutcome> {
    const receivedAt = this.clock.now();
    const invitation = await this.unitOfWork.reader.manager.findOne(Invitation, {
      select: { id: true, meetingId: true },
      where: { id: command.invitationId },
    });
    if (invitation === null) throw new DomainError('invitation.not-found');
    const { actorPersonId = null, requestId = null } = command;
    return this.batcher.submit(invitation.meetingId, { ...command, actorPersonId, requestId, receivedAt });
  }
}
