import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { listMessages, WriteToSome } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { OperationReader } from '../operations/operation.reader.js';

/** What hosts write to some of those invited. */
@Controller()
export class MessagesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writeToSome: WriteToSome,
    private readonly operations: OperationReader,
  ) {}

  @Route(endpoints.previewMessage)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewMessage>,
  ): Promise<ResponseOf<typeof endpoints.previewMessage>> {
    const asked = { meetingId: params.id, message: body };
    return this.writeToSome.preview(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), asked);
  }

  @Route(endpoints.sendMessage)
  async send(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.sendMessage>,
  ): Promise<ResponseOf<typeof endpoints.sendMessage>> {
    const { recipientsKey, ...message } = body;
    const sending = { meetingId: params.id, message, recipientsKey };
    return this.operations.get(await this.writeToSome.send(actor, sending));
  }

  @Route(endpoints.listMessages)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.listMessages>,
  ): Promise<ResponseOf<typeof endpoints.listMessages>> {
    const scope = scopeOf(actor, 'meeting.invite');
    return { items: [...(await listMessages(this.unitOfWork.reader, scope, params.id))] };
  }
}
