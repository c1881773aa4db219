import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor, AuthorizedScope } from '#access';
import { checkRule, readPastedRule } from '#calendar';
import { endpoints } from '#contracts';
import type { ResponseOf, SeriesDto } from '#contracts';
import { UnitOfWork } from '#database';
import { findInstitutions } from '#directory';
import { Clock } from '#kernel';
import { findLinks } from '#meetings';
import { countDates, CreateSeries, foreseeDates, getSeries, listSeries } from '#series';
import type { Series } from '#series';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentForeseen, presentRule, presentSeriesItem, readSeries, sayRule } from './series.presenter.js';

/** Series as hosts see and add them, and what a rule would come to. */
@Controller()
export class SeriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly createSeries: CreateSeries,
  ) {}

  @Route(endpoints.listSeries)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listSeries>,
  ): Promise<ResponseOf<typeof endpoints.listSeries>> {
    const scope = scopeOf(actor, 'meeting.read');
    const page = await listSeries(this.unitOfWork.reader, scope, query);
    return { items: await this.present(page.items, scope), next: page.next };
  }

  @Route(endpoints.getSeries)
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.getSeries>,
  ): Promise<SeriesDto> {
    const { reader } = this.unitOfWork;
    return readSeries(reader, await getSeries(reader, scopeOf(actor, 'meeting.read'), params.id));
  }

  @Route(endpoints.createSeries)
  async create(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.createSeries>,
  ): Promise<SeriesDto> {
    return readSeries(this.unitOfWork.reader, await this.createSeries.create(actor, body));
  }

  @Route(endpoints.foreseeDates)
  async foresee(
    @Input() { body }: InputOf<typeof endpoints.foreseeDates>,
  ): Promise<ResponseOf<typeof endpoints.foreseeDates>> {
    const now = this.clock.now();
    const { dates, lands } = await foreseeDates(this.unitOfWork.reader, { ...body, now });
    return {
      ruleWords: sayRule(body.rule),
      dates: dates.map((date) => presentForeseen(date, body.lengthMinutes)),
      lands: [...lands],
    };
  }

  @Route(endpoints.readRule)
  readRule(@Input() { body }: InputOf<typeof endpoints.readRule>): ResponseOf<typeof endpoints.readRule> {
    const read = readPastedRule(body.text, body.startsLocal, body.zone);
    if (!read.ok) return { ok: false, code: read.code, params: { ...read.params } };
    checkRule(read.rule, body.zone);
    const rule = presentRule(read.rule);
    return { ok: true, rule, ruleWords: sayRule(rule) };
  }

  private async present(items: readonly Series[], scope: AuthorizedScope) {
    const { reader } = this.unitOfWork;
    const ids = items.map(({ id }) => id);
    const countsOf = await countDates(reader, scope, ids, this.clock.now());
    const linksOf = await findLinks(
      reader,
      ids.flatMap((id) => countsOf(id).next?.meetingId ?? []),
    );
    const hostsOf = (id: string) => linksOf(countsOf(id).next?.meetingId ?? '').hostIds;
    const institutions = await findInstitutions(
      reader,
      items.flatMap(({ id, institutionId }) => [institutionId, ...hostsOf(id)]),
    );
    return items.flatMap((series) => {
      const institution = institutions.get(series.institutionId);
      if (institution === undefined) return [];
      const hosts = hostsOf(series.id).flatMap((id) => institutions.get(id) ?? []);
      return [presentSeriesItem(series, { institution, hosts, counts: countsOf(series.id) })];
    });
  }
}
