import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ChangedInvitationDto, DeputiesAskedDto } from '#contracts';
import { UnitOfWork } from '#database';
import { findReadablePeople } from '#directory';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import {
  AnswerInvitation,
  AskDeputy,
  getInvitation,
  MOST_COMPANIONS,
  refusalCodes,
  WithdrawInvitation,
} from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { assertEnteredValues } from './entered-values.js';
import { presentChangedInvitation } from './invitation.presenter.js';

/** What a host does with one invitation: enter an answer, withdraw it. */
@Controller()
export class AnswersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerInvitation: AnswerInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly askDeputy: AskDeputy,
  ) {}

  @Route(endpoints.answerForGuest)
  async answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.answerForGuest>,
  ): Promise<ChangedInvitationDto> {
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'meeting.invite');
    const { invitation } = await getInvitation(reader, scope, params.id);
    const { questions } = await getMeeting(reader, scope, invitation.meetingId);
    assertEnteredValues(questions, body);
    const outcome = await this.answerInvitation.answer({
      invitationId: params.id,
      answer: body.answer,
      note: body.note,
      values: body.values,
      seats: body.seats,
      channel: actor.channel === 'api' ? 'api' : 'host',
      actorPersonId: actor.personId,
      requestId: actor.requestId,
    });
    if (outcome.outcome === 'refused') {
      throw new DomainError(refusalCodes[outcome.reason], { most: outcome.most ?? MOST_COMPANIONS });
    }
    return this.find(actor, params.id);
  }

  @Route(endpoints.withdrawInvitation)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.withdrawInvitation>,
  ): Promise<ChangedInvitationDto> {
    await this.withdrawInvitation.withdraw(actor, params.id);
    return this.find(actor, params.id);
  }

  @Route(endpoints.askDeputy)
  async ask(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.askDeputy>) {
    await this.askDeputy.ask(actor, params.id);
  }

  @Route(endpoints.askDeputies)
  async askForAll(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.askDeputies>,
  ): Promise<DeputiesAskedDto> {
    const { asked, askedBefore, nobody } = await this.askDeputy.askForAll(actor, params.id);
    return { asked, askedBefore, nobody };
  }

  private async find(actor: Actor, id: Id): Promise<ChangedInvitationDto> {
    const { reader } = this.unitOfWork;
    const view = await getInvitation(reader, scopeOf(actor, 'meeting.invite'), id);
    const readable = await findReadablePeople(reader, actor, [view.invitation.personId]);
    return presentChangedInvitation(view, { readable });
  }
}
