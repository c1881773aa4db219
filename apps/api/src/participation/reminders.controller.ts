import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { RemindSilent } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Mails about a meeting that the host sends by hand. */
@Controller()
export class RemindersController {
  constructor(private readonly remindSilent: RemindSilent) {}

  @Route(endpoints.previewReminder)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewReminder>,
  ): Promise<ResponseOf<typeof endpoints.previewReminder>> {
    return this.remindSilent.preview(actor, params.id, body.invitationIds);
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
    return { mails: await this.remindSilent.saveTheDate(actor, params.id, body) };
  }
}
