import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { callOffHandover, handOver, listHandovers, previewHandover } from '#handover';
import { Clock, Temporal } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentHandover } from './handover.presenter.js';

/** Offices that are handed over. */
@Controller()
export class HandoversController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.handOver)
  async handOver(
    @Input() { params, body }: InputOf<typeof endpoints.handOver>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const command = { mandateId: params.id, successorId: body.successorId, ...daysOf(body) };
    return presentHandover(await this.work.run((tx) => handOver(tx, acting, command)));
  }

  @Route(endpoints.previewHandover)
  async preview(
    @Input() { params, body }: InputOf<typeof endpoints.previewHandover>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const command = { mandateId: params.id, successorId: body.successorId, ...daysOf(body) };
    return previewHandover(this.work.reader, acting, command);
  }

  @Route(endpoints.listHandovers)
  async list(@Input() { query }: InputOf<typeof endpoints.listHandovers>, @CurrentActor() actor: Actor) {
    const request = { ...query, now: this.clock.now() };
    return mapPage(
      await listHandovers(this.work.reader, scopeOf(actor, 'institution.read'), request),
      presentHandover,
    );
  }

  @Route(endpoints.callOffHandover)
  async callOff(
    @Input() { params }: InputOf<typeof endpoints.callOffHandover>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    await this.work.run((tx) => callOffHandover(tx, acting, params.id));
  }
}

function daysOf({ lastDay, firstDay }: { readonly lastDay: string; readonly firstDay: string | null }) {
  return {
    lastDay: Temporal.PlainDate.from(lastDay),
    firstDay: firstDay === null ? null : Temporal.PlainDate.from(firstDay),
  };
}
