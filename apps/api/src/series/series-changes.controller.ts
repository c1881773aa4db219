import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { SeriesDto, SeriesReachDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Temporal } from '#kernel';
import { ChangeSeries, EndSeries, RunSeries } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentReach, readSeries } from './series.presenter.js';

/** Changing a series, with what each change does to its dates. */
@Controller()
export class SeriesChangesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changeSeries: ChangeSeries,
    private readonly endSeries: EndSeries,
    private readonly runSeries: RunSeries,
  ) {}

  @Route(endpoints.changeSeries)
  async change(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body, ifMatch }: InputOf<typeof endpoints.changeSeries>,
  ): Promise<SeriesDto> {
    const command = { seriesId: params.id, patch: body, fromId: query.from, ifMatch };
    return readSeries(this.unitOfWork.reader, await this.changeSeries.change(actor, command));
  }

  @Route(endpoints.previewSeriesChange)
  async previewChange(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof endpoints.previewSeriesChange>,
  ): Promise<SeriesReachDto> {
    const command = { seriesId: params.id, patch: body, fromId: query.from };
    return presentReach(await this.changeSeries.preview(actor, command));
  }

  @Route(endpoints.startSeries)
  async start(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.startSeries>,
  ): Promise<SeriesDto> {
    const series = await this.runSeries.start(actor, { seriesId: params.id, ifMatch });
    return readSeries(this.unitOfWork.reader, series);
  }

  @Route(endpoints.pauseSeries)
  async pause(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.pauseSeries>,
  ): Promise<SeriesDto> {
    const series = await this.runSeries.pause(actor, { seriesId: params.id, ifMatch });
    return readSeries(this.unitOfWork.reader, series);
  }

  @Route(endpoints.previewSeriesEnd)
  async previewEnd(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.previewSeriesEnd>,
  ): Promise<SeriesReachDto> {
    const from = Temporal.PlainDate.from(body.from);
    return presentReach(await this.endSeries.preview(actor, { seriesId: params.id, from }));
  }

  @Route(endpoints.endSeries)
  async end(
    @CurrentActor() actor: Actor,
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.endSeries>,
  ): Promise<SeriesDto> {
    const from = Temporal.PlainDate.from(body.from);
    const command = { seriesId: params.id, from, note: body.note, ifMatch };
    return readSeries(this.unitOfWork.reader, await this.endSeries.end(actor, command));
  }

  @Route(endpoints.continueSeries)
  async goOn(
    @CurrentActor() actor: Actor,
    @Input() { params, ifMatch }: InputOf<typeof endpoints.continueSeries>,
  ): Promise<SeriesDto> {
    const series = await this.endSeries.goOn(actor, { seriesId: params.id, ifMatch });
    return readSeries(this.unitOfWork.reader, series);
  }

  @Route(endpoints.duplicateSeries)
  async duplicate(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.duplicateSeries>,
  ): Promise<SeriesDto> {
    return readSeries(this.unitOfWork.reader, await this.endSeries.duplicate(actor, params.id));
  }
}
