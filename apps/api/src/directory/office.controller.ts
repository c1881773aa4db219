import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import {
  changeOffice,
  createOffice,
  endMandate,
  giveMandate,
  listOfficeMandates,
  listOffices,
  listPersonMandates,
} from '#directory';
import { Clock, Temporal } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { dayOf, periodOf } from './days.js';
import { presentHeldOffice, presentMandate, presentOffice } from './office.presenter.js';

/** Offices and who holds them. */
@Controller()
export class OfficeController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listOffices)
  async list(@Input() { query }: InputOf<typeof endpoints.listOffices>, @CurrentActor() actor: Actor) {
    const request = { ...query, asOf: dayOf(query.asOf), now: this.clock.now() };
    return mapPage(
      await listOffices(this.work.reader, scopeOf(actor, 'institution.read'), request),
      (office) => presentOffice(office, actor),
    );
  }

  @Route(endpoints.createOffice)
  async create(@Input() { body }: InputOf<typeof endpoints.createOffice>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return presentOffice(await this.work.run((tx) => createOffice(tx, acting, body)), actor);
  }

  @Route(endpoints.changeOffice)
  async change(@Input() input: InputOf<typeof endpoints.changeOffice>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const change = { id: input.params.id, ifMatch: input.ifMatch, patch: input.body };
    return presentOffice(await this.work.run((tx) => changeOffice(tx, acting, change)), actor);
  }

  @Route(endpoints.listOfficeMandates)
  async history(
    @Input() { params, query }: InputOf<typeof endpoints.listOfficeMandates>,
    @CurrentActor() actor: Actor,
  ) {
    const scope = scopeOf(actor, 'institution.read');
    const request = { ...query, officeId: params.id };
    return mapPage(await listOfficeMandates(this.work.reader, scope, request), presentMandate);
  }

  @Route(endpoints.listPersonMandates)
  async ofPerson(
    @Input() { params, query }: InputOf<typeof endpoints.listPersonMandates>,
    @CurrentActor() actor: Actor,
  ) {
    const page = await listPersonMandates(this.work.reader, {
      ...query,
      personId: params.id,
      people: scopeOf(actor, 'person.read'),
      institutions: scopeOf(actor, 'institution.read'),
    });
    return mapPage(page, presentHeldOffice);
  }

  @Route(endpoints.giveMandate)
  async give(@Input() { params, body }: InputOf<typeof endpoints.giveMandate>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const mandate = { officeId: params.id, personId: body.personId, ...periodOf(body) };
    return presentMandate(await this.work.run((tx) => giveMandate(tx, acting, mandate)));
  }

  @Route(endpoints.endMandate)
  async end(@Input() { params, body }: InputOf<typeof endpoints.endMandate>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const end = { id: params.id, lastDay: Temporal.PlainDate.from(body.lastDay) };
    return presentMandate(await this.work.run((tx) => endMandate(tx, acting, end)));
  }
}
