import { Controller } from '@nestjs/common';
import { assertMay, scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { AnswerSeries, getSeries, listSeriesPeople } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Who comes to a series how often, and what they answer to all of it. */
@Controller()
export class SeriesPeopleController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answerSeries: AnswerSeries,
  ) {}

  @Route(endpoints.listSeriesPeople)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof endpoints.listSeriesPeople>,
  ): Promise<ResponseOf<typeof endpoints.listSeriesPeople>> {
    const { reader } = this.unitOfWork;
    const { institutionId } = await getSeries(reader, scopeOf(actor, 'meeting.invite'), params.id);
    assertMay(actor, 'meeting.invite', { institutionIds: [institutionId] });
    const page = await listSeriesPeople(reader, params.id, query);
    return {
      items: page.items.map(({ id, name, dates, ...sums }) => ({
        ...sums,
        id,
        person: { id, name },
        dates: dates.map(({ startsAt, answer }) => ({ startsAt: startsAt.toString(), answer })),
      })),
      next: page.next,
    };
  }

  @Route(endpoints.answerSeriesForPerson)
  async answer(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.answerSeriesForPerson>,
  ): Promise<void> {
    const { reader } = this.unitOfWork;
    const { institutionId } = await getSeries(reader, scopeOf(actor, 'meeting.invite'), params.id);
    assertMay(actor, 'meeting.invite', { institutionIds: [institutionId] });
    await this.answerSeries.answer({
      seriesId: params.id,
      personId: params.personId,
      answer: body.answer === 'none' ? null : body.answer,
      channel: 'host',
      actorPersonId: actor.personId,
      requestId: actor.requestId,
    });
  }
}
