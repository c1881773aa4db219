import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { HostHistoryDto, SeriesHostsDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { getSeries, SetHosts } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readHistory, readHosts } from './series-hosts.presenter.js';

/** Who takes turns in hosting a series. */
@Controller()
export class SeriesHostsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly setHosts: SetHosts,
  ) {}

  @Route(endpoints.getSeriesHosts)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getSeriesHosts>,
  ): Promise<SeriesHostsDto> {
    const { reader } = this.unitOfWork;
    return readHosts(reader, await getSeries(reader, scopeOf(actor, 'meeting.read'), params.id));
  }

  @Route(endpoints.setSeriesHosts)
  async set(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.setSeriesHosts>,
  ): Promise<SeriesHostsDto> {
    const series = await this.setHosts.set(actor, { seriesId: params.id, input: body, ifMatch });
    return readHosts(this.unitOfWork.reader, series);
  }

  @Route(endpoints.getHostHistory)
  async history(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getHostHistory>,
  ): Promise<HostHistoryDto> {
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'meeting.read');
    const series = await getSeries(reader, scope, params.id);
    return readHistory(reader, scope, series.id, this.clock.now());
  }
}
