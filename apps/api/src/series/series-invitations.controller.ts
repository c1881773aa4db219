import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { OperationDto } from '#contracts';
import { InviteDate } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';

/** Inviting to a date of a series on the host's nod. */
@Controller()
export class SeriesInvitationsController {
  constructor(
    private readonly inviteDate: InviteDate,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.inviteToSeriesDate)
  async invite(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.inviteToSeriesDate>,
  ): Promise<OperationDto> {
    return this.operations.get(await this.inviteDate.invite(actor, params.id, params.dateId));
  }
}
