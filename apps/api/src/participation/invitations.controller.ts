import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { findReadablePeople } from '#directory';
import { countAnswersByDay, InvitationRun, listInvitations, summariseAnswers } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';
import { InvitationLinks } from './invitation-links.js';
import { presentInvitation } from './invitation.presenter.js';

/** Inviting and what comes of it, as hosts see it. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: InvitationRun,
    private readonly operations: OperationReader,
    private readonly links: InvitationLinks,
  ) {}

  @Route(endpoints.sendInvitations)
  async send(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.sendInvitations>,
  ): Promise<ResponseOf<typeof endpoints.sendInvitations>> {
    return this.operations.get(await this.run.start(actor, params.id, body));
  }

  @Route(endpoints.listInvitations)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listInvitations>,
  ): Promise<ResponseOf<typeof endpoints.listInvitations>> {
    const { reader } = this.unitOfWork;
    const page = await listInvitations(reader, scopeOf(actor, 'meeting.invite'), params.id, query);
    const ids = page.items.map(({ invitation }) => invitation.personId);
    const readable = await findReadablePeople(reader, actor, ids);
    const { items, next } = mapPage(page, (view) =>
      presentInvitation(view, { link: this.links.of(view.invitation), readable }),
    );
    return { items: [...items], next };
  }

  @Route(endpoints.getAnswers)
  async answers(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getAnswers>,
  ): Promise<ResponseOf<typeof endpoints.getAnswers>> {
    return summariseAnswers(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), params.id);
  }

  @Route(endpoints.getAnswersByDay)
  async byDay(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getAnswersByDay>,
  ): Promise<ResponseOf<typeof endpoints.getAnswersByDay>> {
    return countAnswersByDay(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), params.id);
  }
}
