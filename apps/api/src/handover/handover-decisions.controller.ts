import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { DecideHandover, getDecision, listDecisions, listVacantOffices } from '#handover';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentDecision, presentVacantOffice } from './handover.presenter.js';

/** What a handover leaves to the host of a meeting. */
@Controller()
export class HandoverDecisionsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly decideHandover: DecideHandover,
  ) {}

  @Route(endpoints.listHandoverDecisions)
  async list(
    @Input() { query }: InputOf<typeof endpoints.listHandoverDecisions>,
    @CurrentActor() actor: Actor,
  ) {
    const request = { ...query, now: this.clock.now() };
    return mapPage(
      await listDecisions(this.work.reader, scopeOf(actor, 'meeting.invite'), request),
      presentDecision,
    );
  }

  @Route(endpoints.decideHandover)
  async decide(
    @Input() { params, body }: InputOf<typeof endpoints.decideHandover>,
    @CurrentActor() actor: Actor,
  ) {
    await this.decideHandover.decide(actor, params.id, body.decision);
    return presentDecision(await getDecision(this.work.reader, scopeOf(actor, 'meeting.invite'), params.id));
  }

  @Route(endpoints.listVacantOffices)
  async vacant(
    @Input() { params }: InputOf<typeof endpoints.listVacantOffices>,
    @CurrentActor() actor: Actor,
  ) {
    const scope = scopeOf(actor, 'meeting.invite');
    return { items: (await listVacantOffices(this.work.reader, scope, params.id)).map(presentVacantOffice) };
  }
}
