import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MeetingDto, ReachDto } from '#contracts';
import { UnitOfWork } from '#database';
import { CancelMeeting, ChangeMeeting } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readMeeting } from './meeting.presenter.js';

/** Changing and cancelling a meeting, with whom it reaches. */
@Controller()
export class MeetingChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changeMeeting: ChangeMeeting,
    private readonly cancelMeeting: CancelMeeting,
  ) {}

  @Route(endpoints.changeMeeting)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body, ifMatch }: InputOf<typeof endpoints.changeMeeting>,
  ): Promise<MeetingDto> {
    const command = { meetingId: params.id, patch: body, ...query, ifMatch };
    return readMeeting(this.unitOfWork.reader, await this.changeMeeting.change(actor, command));
  }

  @Route(endpoints.previewChange)
  async previewChange(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof endpoints.previewChange>,
  ): Promise<ReachDto> {
    const command = { meetingId: params.id, patch: body, keepAnswers: query.keepAnswers };
    return this.changeMeeting.preview(actor, command);
  }

  @Route(endpoints.previewCancellation)
  async previewCancellation(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.previewCancellation>,
  ): Promise<ReachDto> {
    return this.cancelMeeting.preview(actor, params.id);
  }

  @Route(endpoints.cancelMeeting)
  async cancel(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.cancelMeeting>,
  ): Promise<MeetingDto> {
    return readMeeting(
      this.unitOfWork.reader,
      await this.cancelMeeting.cancel(actor, { meetingId: params.id, note: body.note, ifMatch }),
    );
  }
}
