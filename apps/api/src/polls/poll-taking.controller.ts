import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { PollDto, PollTakePreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import { PreviewTaking, TakeDate } from '#polls';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readPoll } from './poll.presenter.js';

/** Taking one of a poll's dates, and what that would send. */
@Controller()
export class PollTakingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly previewTaking: PreviewTaking,
    private readonly takeDate: TakeDate,
  ) {}

  @Route(endpoints.previewTaking)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewTaking>,
  ): Promise<PollTakePreviewDto> {
    return this.previewTaking.preview(actor, params.id, body.optionId);
  }

  @Route(endpoints.takeDate)
  async take(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.takeDate>,
  ): Promise<PollDto> {
    const taken = await this.takeDate.take(actor, { pollId: params.id, ...body, ifMatch });
    return readPoll(this.unitOfWork.reader, taken);
  }
}
