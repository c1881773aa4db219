import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import { addDeputy, endDeputy, getOffice, reorderDeputies } from '#directory';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { dayOf, periodOf } from './days.js';
import { presentDeputy } from './office.presenter.js';

/** Who stands in for the holders of an office. */
@Controller()
export class DeputyController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listDeputies)
  async list(
    @Input() { params, query }: InputOf<typeof endpoints.listDeputies>,
    @CurrentActor() actor: Actor,
  ) {
    return this.find(actor, params.id, dayOf(query.asOf));
  }

  @Route(endpoints.addDeputy)
  async add(@Input() { params, body }: InputOf<typeof endpoints.addDeputy>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const deputy = { officeId: params.id, personId: body.personId, ...periodOf(body) };
    return presentDeputy(await this.work.run((tx) => addDeputy(tx, acting, deputy)));
  }

  @Route(endpoints.reorderDeputies)
  async reorder(
    @Input() { params, body }: InputOf<typeof endpoints.reorderDeputies>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const order = { officeId: params.id, deputyIds: body.deputyIds };
    await this.work.run((tx) => reorderDeputies(tx, acting, order));
    return this.find(actor, params.id, null);
  }

  @Route(endpoints.endDeputy)
  async end(@Input() { params, body }: InputOf<typeof endpoints.endDeputy>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const end = { id: params.id, lastDay: Temporal.PlainDate.from(body.lastDay) };
    await this.work.run((tx) => endDeputy(tx, acting, end));
  }

  private async find(actor: Actor, id: Id, asOf: Temporal.PlainDate | null) {
    const asked = { id, asOf, now: this.clock.now() };
    const { deputies } = await getOffice(this.work.reader, scopeOf(actor, 'institution.read'), asked);
    return { items: deputies.map(presentDeputy) };
  }
}
