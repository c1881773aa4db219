import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { BodyOf, ResponseOf, SeriesDateDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock, DomainError, Temporal } from '#kernel';
import { DecideDate, getSeries, listDates, viewDates } from '#series';
import type { DateDecision } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { readDates } from './series-date.presenter.js';

/** The dates of a series and what becomes of them. */
@Controller()
export class SeriesDatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly decideDate: DecideDate,
  ) {}

  @Route(endpoints.listSeriesDates)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listSeriesDates>,
  ): Promise<ResponseOf<typeof endpoints.listSeriesDates>> {
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'meeting.read');
    const series = await getSeries(reader, scope, params.id);
    const page = await listDates(reader, series, { ...query, scope, now: this.clock.now() });
    return { items: await readDates(reader, series, page.items), next: page.next };
  }

  @Route(endpoints.decideSeriesDate)
  async decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.decideSeriesDate>,
  ): Promise<SeriesDateDto> {
    const { reader } = this.unitOfWork;
    const decided = await this.decideDate.decide(actor, {
      seriesId: params.id,
      dateId: params.dateId,
      decision: decisionOf(body),
    });
    const series = await getSeries(reader, scopeOf(actor, 'meeting.read'), params.id);
    const [shown] = await readDates(reader, series, await viewDates(reader, [decided]));
    if (shown === undefined) throw new DomainError('series.date-not-found');
    return shown;
  }
}

function decisionOf(body: BodyOf<typeof endpoints.decideSeriesDate>): DateDecision {
  return body.decision === 'move'
    ? { decision: 'move', to: Temporal.PlainDate.from(body.to) }
    : { decision: body.decision };
}
