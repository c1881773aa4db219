import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { Config } from '#config';
import { endpoints } from '#contracts';
import type { InvitationDto, ResponseOf } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { DomainError, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import {
  AnswerInvitation,
  getInvitation,
  InvitationRun,
  listInvitations,
  previewAudience,
  refusalCodes,
  summariseAnswers,
  WithdrawInvitation,
} from '#participation';
import type { InvitationView } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';
import { presentInvitation } from './invitation.presenter.js';

/** Inviting and what comes of it, as hosts see it. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: InvitationRun,
    private readonly answerInvitation: AnswerInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly operations: OperationReader,
    private readonly keys: TokenKeys,
    private readonly config: Config,
  ) {}

  @Route(endpoints.previewInvitations)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewInvitations>,
  ): Promise<ResponseOf<typeof endpoints.previewInvitations>> {
    return previewAudience(this.unitOfWork.reader, scopeOf(actor), params.id, body.audience);
  }

  @Route(endpoints.sendInvitations)
  async send(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.sendInvitations>,
  ): Promise<ResponseOf<typeof endpoints.sendInvitations>> {
    return this.operations.get(await this.run.start(actor, params.id, body.audience));
  }

  @Route(endpoints.listInvitations)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listInvitations>,
  ): Promise<ResponseOf<typeof endpoints.listInvitations>> {
    const page = await listInvitations(this.unitOfWork.reader, scopeOf(actor), params.id, query);
    const { items, next } = mapPage(page, (view) => this.present(view));
    return { items: [...items], next };
  }

  @Route(endpoints.getAnswers)
  async answers(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getAnswers>,
  ): Promise<ResponseOf<typeof endpoints.getAnswers>> {
    return summariseAnswers(this.unitOfWork.reader, scopeOf(actor), params.id);
  }

  @Route(endpoints.answerForGuest)
  async answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.answerForGuest>,
  ): Promise<InvitationDto> {
    scopeOf(actor);
    const outcome = await this.answerInvitation.answer({
      invitationId: params.id,
      answer: body.answer,
      note: body.note,
      channel: 'host',
      actorPersonId: actor.personId,
      requestId: actor.requestId,
    });
    if (outcome.outcome === 'refused') throw new DomainError(refusalCodes[outcome.reason]);
    return this.find(actor, params.id);
  }

  @Route(endpoints.withdrawInvitation)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.withdrawInvitation>,
  ): Promise<InvitationDto> {
    await this.withdrawInvitation.withdraw(actor, params.id);
    return this.find(actor, params.id);
  }

  private async find(actor: Actor, id: Id): Promise<InvitationDto> {
    return this.present(await getInvitation(this.unitOfWork.reader, scopeOf(actor), id));
  }

  private present(view: InvitationView): InvitationDto {
    const { id, tokenGeneration, tokenKeyId } = view.invitation;
    const source = { purpose: 'invitation', rowId: id, generation: tokenGeneration } as const;
    return presentInvitation(
      view,
      `${this.config.publicUrl}/i/${this.keys.derive(source, tokenKeyId).token}`,
    );
  }
}
