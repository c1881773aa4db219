import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { AnswerInvitation, InvitationSent } from '#participation';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { StandingAnswerGiven } from '../facts.js';

type Told = { readonly invitationId: Id } | { readonly seriesId: Id; readonly personId: Id };

interface Unanswered {
  readonly invitationId: Id;
  readonly answer: 'yes' | 'no';
}

/**
 * Answers on behalf of who has answered the whole series: the dates that they are invited to already. A new invitation is
 * answered as it is written; only one that was written at the same moment as the standing answer is found here.
 */
@Injectable()
@SubscribesTo(InvitationSent, 'series.answer-new-date')
@SubscribesTo(StandingAnswerGiven, 'series.answer-open-dates')
export class ApplyStandingAnswer implements FactSubscriber<Told> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: AnswerInvitation,
    private readonly clock: Clock,
  ) {}

  /** By the one way to an answer, with the same seats and the same line. What was answered meanwhile stays. May run twice. */
  async handle({ payload }: DeliveredFact<Told>): Promise<void> {
    for (const { invitationId, answer } of await this.findUnanswered(payload)) {
      await this.answers.answer({ invitationId, answer, note: null, channel: 'series' });
    }
  }

  private async findUnanswered(told: Told): Promise<readonly Unanswered[]> {
    const [condition, ...ids] =
      'invitationId' in told
        ? ['invitation.id = $2', told.invitationId]
        : ['standing.series_id = $2 AND standing.person_id = $3', told.seriesId, told.personId];
    return this.unitOfWork.reader.manager.query(
      `SELECT invitation.id AS "invitationId", standing.answer
         FROM invitation
         JOIN meeting ON meeting.id = invitation.meeting_id
         JOIN series_date AS date ON date.meeting_id = meeting.id
         JOIN standing_answer AS standing
           ON standing.series_id = date.series_id AND standing.person_id = invitation.person_id
        WHERE ${condition} AND invitation.state = 'active' AND invitation.answer IS NULL
          AND meeting.state = 'published' AND meeting.starts_at > $1
        ORDER BY meeting.starts_at`,
      [this.clock.now(), ...ids],
    );
  }
}
