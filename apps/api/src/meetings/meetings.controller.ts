import { Controller } from '@nestjs/common';
import { may, scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { MeetingDto, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { bundleMeetings, CreateMeeting, getMeeting, listMeetings, PublishMeeting } from '#meetings';
import { countAnswers } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentMeetingItem, readMeeting } from './meeting.presenter.js';

/** Meetings as hosts see, add and publish them. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly createMeeting: CreateMeeting,
    private readonly publishMeeting: PublishMeeting,
  ) {}

  @Route(endpoints.listMeetings)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listMeetings>,
  ): Promise<ResponseOf<typeof endpoints.listMeetings>> {
    const { reader } = this.unitOfWork;
    const page = await listMeetings(reader, scopeOf(actor, 'meeting.read'), query, this.clock.now());
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
    const { reader } = this.unitOfWork;
    const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.read'), params.id);
    const shown = await readMeeting(reader, meeting);
    const place = {
      institutionIds: [shown.institution, ...shown.hosts].map(({ id }) => id),
      meetingId: params.id,
    };
    // Whoever has the online address can come in: it is for those invited and for the hosts.
    return may(actor, 'meeting.invite', place) ? shown : { ...shown, onlineUrl: null };
  }

  @Route(endpoints.createMeeting)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.createMeeting>,
  ): Promise<MeetingDto> {
    return readMeeting(this.unitOfWork.reader, await this.createMeeting.create(actor, body));
  }

  @Route(endpoints.publishMeeting)
  async publish(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.publishMeeting>,
  ): Promise<MeetingDto> {
    return readMeeting(this.unitOfWork.reader, await this.publishMeeting.publish(actor, params.id, ifMatch));
  }
}
