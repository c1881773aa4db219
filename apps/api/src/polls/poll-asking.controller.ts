import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { OperationDto, PollOpenPreviewDto, PollRemindPreviewDto, ResponseOf } from '#contracts';
import { OpenPoll, RemindSilent } from '#polls';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';

/** Asking the people of a date poll and reminding them, each with what leaves the house. */
@Controller()
export class PollAskingController {
  constructor(
    private readonly openPoll: OpenPoll,
    private readonly remindSilent: RemindSilent,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.previewPollOpening)
  async previewOpening(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.previewPollOpening>,
  ): Promise<PollOpenPreviewDto> {
    return this.openPoll.preview(actor, params.id);
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
    return this.remindSilent.preview(actor, params.id);
  }

  @Route(endpoints.remindOfPoll)
  async remind(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.remindOfPoll>,
  ): Promise<ResponseOf<typeof endpoints.remindOfPoll>> {
    return { reminded: await this.remindSilent.remind(actor, params.id) };
  }
}
