import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { addMember, correctMembership, endMembership, listMembers, listMemberships } from '#directory';
import { Clock, Temporal } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { dayOf, periodOf } from './days.js';
import { presentMembership } from './institution.presenter.js';

/** Who belongs to whom, and since when. */
@Controller()
export class MembershipController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listMembers)
  async members(@Input() input: InputOf<typeof endpoints.listMembers>, @CurrentActor() actor: Actor) {
    const scope = scopeOf(actor, 'institution.read');
    return mapPage(await listMembers(this.work.reader, scope, this.requestOf(input)), presentMembership);
  }

  @Route(endpoints.listMemberships)
  async memberships(@Input() input: InputOf<typeof endpoints.listMemberships>, @CurrentActor() actor: Actor) {
    const scope = scopeOf(actor, 'institution.read');
    return mapPage(await listMemberships(this.work.reader, scope, this.requestOf(input)), presentMembership);
  }

  @Route(endpoints.addMember)
  async add(@Input() { params, body }: InputOf<typeof endpoints.addMember>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const member = { institutionId: params.id, memberId: body.memberId, ...periodOf(body) };
    return presentMembership(await this.work.run((tx) => addMember(tx, acting, member)));
  }

  @Route(endpoints.endMembership)
  async end(
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.endMembership>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const end = { id: params.id, ifMatch, lastDay: Temporal.PlainDate.from(body.lastDay) };
    return presentMembership(await this.work.run((tx) => endMembership(tx, acting, end)));
  }

  @Route(endpoints.correctMembership)
  async correct(
    @Input() { params, body, ifMatch }: InputOf<typeof endpoints.correctMembership>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const correction = { id: params.id, ifMatch, ...periodOf(body) };
    return presentMembership(await this.work.run((tx) => correctMembership(tx, acting, correction)));
  }

  private requestOf({ params, query }: InputOf<typeof endpoints.listMembers>) {
    const { asOf, ...rest } = query;
    return { ...rest, institutionId: params.id, asOf: dayOf(asOf), now: this.clock.now() };
  }
}
