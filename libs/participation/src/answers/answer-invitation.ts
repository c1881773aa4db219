import { Injectable } from '@nestjs/common';
import type { AnswerChannel, AnswerValue } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { FormerInvitation } from '../tables/former-invitation.entity.js';
import { Invitation } from '../tables/invitation.entity.js';
import { AnswerBatcher } from './answer-batcher.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';

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
   * mail, and returns what became of it after the commit. An invitation that has become one with another answers for
   * that one. Throws `invitation.not-found`. The same answer may be given
   * any number of times; only what differs is confirmed by mail.
   */
  async answer(command: AnswerCommand): Promise<AnswerOutcome> {
    const { actorPersonId = null, requestId = null } = command;
    const answer = { ...command, actorPersonId, requestId, receivedAt: this.clock.now() };
    try {
      return await this.submit(answer);
    } catch (error) {
      // Two people have turned out to be one, perhaps since the page was opened: the answer is for what is left.
      const invitationId = isUnknown(error) ? await this.findKept(command.invitationId) : null;
      if (invitationId === null) throw error;
      return this.submit({ ...answer, invitationId });
    }
  }

  private async submit(answer: IncomingAnswer): Promise<AnswerOutcome> {
    const invitation = await this.unitOfWork.reader.manager.findOne(Invitation, {
      select: { id: true, meetingId: true },
      where: { id: answer.invitationId },
    });
    if (invitation === null) throw new DomainError('invitation.not-found');
    return this.batcher.submit(invitation.meetingId, answer);
  }

  private async findKept(id: Id): Promise<Id | null> {
    const former = await this.unitOfWork.reader.manager.findOneBy(FormerInvitation, { id });
    return former?.invitationId ?? null;
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'invitation.not-found';
}
