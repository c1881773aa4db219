import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { RemindSilent, SendSaveTheDate } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Mails about a meeting that the host sends by hand. */
@Controller()
export class RemindersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly remindSilent: RemindSilent,
    private readonly sendSaveTheDate: SendSaveTheDate,
  ) {}

  @Route(endpoints.previewReminder)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewReminder>,
  ): Promise<ResponseOf<typeof endpoints.previewReminder>> {
    const asked = { meetingId: params.id, among: body.invitationIds };
    return this.remindSilent.preview(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), asked);
  }

  @Route(endpoints.sendReminder)
  async send(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.sendReminder>,
  ): Promise<ResponseOf<typeof endpoints.sendReminder>> {
    return { mails: await this.remindSilent.remind(actor, params.id, body.invitationIds) };
  }

  @Route(endpoints.saveTheDate)
  async saveTheDate(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.saveTheDate>,
  ): Promise<ResponseOf<typeof endpoints.saveTheDate>> {
    return { mails: await this.sendSaveTheDate.send(actor, params.id, body) };
  }
}
