import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type {
  OperationDto,
  PollDto,
  PollOpenPreviewDto,
  PollRemindPreviewDto,
  PollTakePreviewDto,
  ResponseOf,
} from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { OpenPoll, previewOpening, PreviewTaking, previewReminder, RemindSilent, TakeDate } from '#polls';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';
import { readPoll } from './poll.presenter.js';

/** What a host does with a date poll: ask, remind, take a date; each with what leaves the house. */
@Controller()
export class PollActionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly openPoll: OpenPoll,
    private readonly remindSilent: RemindSilent,
    private readonly previewTaking: PreviewTaking,
    private readonly takeDate: TakeDate,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.previewPollOpening)
  async previewOpening(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.previewPollOpening>,
  ): Promise<PollOpenPreviewDto> {
    const asked = { pollId: params.id, now: this.clock.now() };
    return previewOpening(this.unitOfWork.reader, actor, asked);
  }

  @Route(endpoints.openPoll)
  async open(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.openPoll>,
  ): Promise<OperationDto> {
    return this.operations.get(await this.openPoll.open(actor, params.id));
  }

  @Route(endpoints.previewPollReminder)
  async previewReminder(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.previewPollReminder>,
  ): Promise<PollRemindPreviewDto> {
    return previewReminder(this.unitOfWork.reader, actor, params.id);
  }

  @Route(endpoints.remindOfPoll)
  async remind(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.remindOfPoll>,
  ): Promise<ResponseOf<typeof endpoints.remindOfPoll>> {
    return { reminded: await this.remindSilent.remind(actor, params.id) };
  }

  @Route(endpoints.previewTaking)
  async previewTake(
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
