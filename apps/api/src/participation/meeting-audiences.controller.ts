import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { listMeetingAudiences, previewInvitations } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Whom an audience yields for a meeting, before and after it was invited. */
@Controller()
export class MeetingAudiencesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.previewInvitations)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewInvitations>,
  ): Promise<ResponseOf<typeof endpoints.previewInvitations>> {
    const asked = { ...body, meetingId: params.id, now: this.clock.now() };
    return previewInvitations(this.unitOfWork.reader, actor, asked);
  }

  @Route(endpoints.listMeetingAudiences)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.listMeetingAudiences>,
  ): Promise<ResponseOf<typeof endpoints.listMeetingAudiences>> {
    const asked = { meetingId: params.id, now: this.clock.now() };
    return { items: await listMeetingAudiences(this.unitOfWork.reader, actor, asked) };
  }
}
