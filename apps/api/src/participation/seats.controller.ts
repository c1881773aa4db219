import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { scopeOf } from '#access';
import { endpoints } from '#contracts';
import type { ChangedInvitationDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { findReadablePeople } from '#directory';
import { DecideRequests, getInvitation, ReserveSeat } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentChangedInvitation } from './invitation.presenter.js';

/** What a host decides on seats. */
@Controller()
export class SeatsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decideRequests: DecideRequests,
    private readonly reserveSeat: ReserveSeat,
  ) {}

  @Route(endpoints.decideRequests)
  async decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.decideRequests>,
  ): Promise<ResponseOf<typeof endpoints.decideRequests>> {
    const note = body.note === '' ? null : body.note;
    return this.decideRequests.decide(actor, { ...body, note, meetingId: params.id });
  }

  @Route(endpoints.reserveSeat)
  async reserve(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.reserveSeat>,
  ): Promise<ChangedInvitationDto> {
    await this.reserveSeat.reserve(actor, params.id, body.reserved);
    const view = await getInvitation(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), params.id);
    const readable = await findReadablePeople(this.unitOfWork.reader, actor, [view.invitation.personId]);
    return presentChangedInvitation(view, { readable });
  }
}
