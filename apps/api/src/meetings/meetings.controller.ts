import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MeetingDto, ReachDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import { bundleMeetings, CreateMeeting, getMeeting, listMeetings, PublishMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { CancelMeeting, ChangeMeeting, countAnswers } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentMeeting, presentMeetingItem } from './meeting.presenter.js';

/** Meetings as hosts see and change them. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly createMeeting: CreateMeeting,
    private readonly publishMeeting: PublishMeeting,
    private readonly changeMeeting: ChangeMeeting,
    private readonly cancelMeeting: CancelMeeting,
  ) {}

  @Route(endpoints.listMeetings)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listMeetings>,
  ): Promise<ResponseOf<typeof endpoints.listMeetings>> {
    const { reader } = this.unitOfWork;
    const page = await listMeetings(reader, scopeOf(actor), query, this.clock.now());
    const bundles = await bundleMeetings(reader, page.items);
    const countsOf = await countAnswers(
      reader,
      page.items.map(({ id }) => id),
    );
    return {
      items: bundles.map((bundle) => presentMeetingItem(bundle, countsOf(bundle.meeting.id))),
      next: page.next,
    };
  }

  @Route(endpoints.getMeeting)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getMeeting>,
  ): Promise<MeetingDto> {
    return this.present(await getMeeting(this.unitOfWork.reader, scopeOf(actor), params.id));
  }

  @Route(endpoints.createMeeting)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.createMeeting>,
  ): Promise<MeetingDto> {
    return this.present(await this.createMeeting.create(actor, body));
  }

  @Route(endpoints.changeMeeting)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body, ifMatch }: InputOf<typeof endpoints.changeMeeting>,
  ): Promise<MeetingDto> {
    const command = { meetingId: params.id, patch: body, keepAnswers: query.keepAnswers, ifMatch };
    return this.present(await this.changeMeeting.change(actor, command));
  }

  @Route(endpoints.previewChange)
  async previewChange(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof endpoints.previewChange>,
  ): Promise<ReachDto> {
    const command = { meetingId: params.id, patch: body, keepAnswers: query.keepAnswers };
    return this.changeMeeting.preview(actor, command);
  }

  @Route(endpoints.publishMeeting)
  async publish(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.publishMeeting>,
  ): Promise<MeetingDto> {
    return this.present(await this.publishMeeting.publish(actor, params.id, ifMatch));
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
    return this.present(
      await this.cancelMeeting.cancel(actor, { meetingId: params.id, note: body.note, ifMatch }),
    );
  }

  private async present(meeting: Meeting): Promise<MeetingDto> {
    const [bundle] = await bundleMeetings(this.unitOfWork.reader, [meeting]);
    if (bundle === undefined) throw new DomainError('meeting.not-found');
    return presentMeeting(bundle);
  }
}
