import { Injectable } from '@nestjs/common';
import type { AnswerChannel, AnswerValue, QuestionValues, SeatWish } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { FormerInvitation } from '../tables/former-invitation.entity.js';
import { Invitation } from '../tables/invitation.entity.js';
import { AnswerableInvitations } from '../reading/answerable-by-token.js';
import type { AnswerableInvitation } from '../reading/answerable-by-token.js';
import { AnswerBatcher } from './answer-batcher.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';

export interface AnswerCommand {
  readonly invitationId: Id;
  /** Where the caller knows it; otherwise it is looked up. */
  readonly meetingId?: Id;
  readonly answer: AnswerValue;
  readonly note: string | null;
  /** To the meeting's questions, checked by `checkQuestionValues`. */
  readonly values?: QuestionValues | null;
  /** Companions and the kind of seat. */
  readonly seats?: SeatWish | null;
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
    private readonly answerable: AnswerableInvitations,
  ) {}

  /** What is answered by the link with this token; null where it opens nothing. */
  find(token: string): Promise<AnswerableInvitation | null> {
    return this.answerable.find(token);
  }

  /**
   * Decides the answer under the meeting's row lock, writes it with its registration, audit, fact and confirmation
   * mail, and returns what became of it after the commit. An invitation that has become one with another answers for
   * that one. Throws `invitation.not-found`. The same answer may be given
   * any number of times; only what differs is confirmed by mail.
   */
  async answer(command: AnswerCommand): Promise<AnswerOutcome> {
    const { actorPersonId = null, requestId = null } = command;
    const answer = { ...command, actorPersonId, requestId, receivedAt: this.clock.now() };
    const outcome = await this.submit(answer, command.meetingId);
    if (outcome !== null && !isGone(outcome)) return outcome;
    // Two people have turned out to be one, perhaps since the page was opened: the answer is for what is left.
    const invitationId = await this.findKept(command.invitationId);
    const again = invitationId === null ? outcome : await this.submit({ ...answer, invitationId });
    if (again === null) throw new DomainError('invitation.not-found');
    return again;
  }

  /** Null for an invitation that is not there. */
  private async submit(answer: IncomingAnswer, meetingId?: Id): Promise<AnswerOutcome | null> {
    if (meetingId !== undefined) return this.batcher.submit(meetingId, answer);
    const invitation = await this.unitOfWork.reader.manager.findOne(Invitation, {
      select: { id: true, meetingId: true },
      where: { id: answer.invitationId },
    });
    return invitation === null ? null : this.batcher.submit(invitation.meetingId, answer);
  }

  private async findKept(id: Id): Promise<Id | null> {
    const former = await this.unitOfWork.reader.manager.findOneBy(FormerInvitation, { id });
    return former?.invitationId ?? null;
  }
}

/** As an invitation looks that went while the answer waited for its meeting. */
function isGone(outcome: AnswerOutcome): boolean {
  return outcome.outcome === 'refused' && outcome.reason === 'withdrawn';
}
