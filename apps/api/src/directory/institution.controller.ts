import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import {
  addMember,
  changeInstitution,
  createInstitution,
  getInstitution,
  listInstitutions,
  listMembers,
} from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { dayOf, periodOf } from './days.js';
import { presentInstitution, presentMembership } from './institution.presenter.js';

/** Institutions and who belongs to them. */
@Controller()
export class InstitutionController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listInstitutions)
  async list(@Input() { query }: InputOf<typeof endpoints.listInstitutions>, @CurrentActor() actor: Actor) {
    const page = await listInstitutions(this.work.reader, scopeOf(actor, 'institution.read'), query);
    return mapPage(page, presentInstitution);
  }

  @Route(endpoints.getInstitution)
  async show(@Input() { params }: InputOf<typeof endpoints.getInstitution>, @CurrentActor() actor: Actor) {
    return presentInstitution(
      await getInstitution(this.work.reader, scopeOf(actor, 'institution.read'), params.id),
    );
  }

  @Route(endpoints.createInstitution)
  async create(@Input() { body }: InputOf<typeof endpoints.createInstitution>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return presentInstitution(await this.work.run((tx) => createInstitution(tx, acting, body)));
  }

  @Route(endpoints.changeInstitution)
  async change(@Input() input: InputOf<typeof endpoints.changeInstitution>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const change = { id: input.params.id, ifMatch: input.ifMatch, patch: input.body };
    return presentInstitution(await this.work.run((tx) => changeInstitution(tx, acting, change)));
  }

  @Route(endpoints.listMembers)
  async members(@Input() input: InputOf<typeof endpoints.listMembers>, @CurrentActor() actor: Actor) {
    const { asOf, ...page } = input.query;
    const request = { ...page, institutionId: input.params.id, asOf: dayOf(asOf), now: this.clock.now() };
    return mapPage(
      await listMembers(this.work.reader, scopeOf(actor, 'institution.read'), request),
      presentMembership,
    );
  }

  @Route(endpoints.addMember)
  async addMember(
    @Input() { params, body }: InputOf<typeof endpoints.addMember>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    const member = { institutionId: params.id, memberId: body.memberId, ...periodOf(body) };
    return presentMembership(await this.work.run((tx) => addMember(tx, acting, member)));
  }
}
