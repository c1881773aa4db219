import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { PollDto } from '#contracts';
import { UnitOfWork } from '#database';
import { ChangePoll, CreatePoll } from '#polls';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readPoll } from './poll.presenter.js';

/** Date polls are added, changed and, as drafts, deleted. */
@Controller()
export class PollWritingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createPoll: CreatePoll,
    private readonly changePoll: ChangePoll,
  ) {}

  @Route(endpoints.createPoll)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.createPoll>,
  ): Promise<PollDto> {
    return readPoll(this.unitOfWork.reader, await this.createPoll.create(actor, body));
  }

  @Route(endpoints.changePoll)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.changePoll>,
  ): Promise<PollDto> {
    const change = { id: params.id, ifMatch, patch: body };
    return readPoll(this.unitOfWork.reader, await this.changePoll.change(actor, change));
  }

  @Route(endpoints.deletePoll)
  async delete(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.deletePoll>,
  ): Promise<void> {
    await this.changePoll.delete(actor, { id: params.id, ifMatch });
  }
}
