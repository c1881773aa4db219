import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import {
  changeMyself,
  changePerson,
  createPerson,
  getMyself,
  getPresentPerson,
  markAddress,
} from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentPerson } from './person.presenter.js';
import { PersonReader } from './person.reader.js';

/** People and how they are reached. */
@Controller()
export class PersonController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonReader,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listPeople)
  async list(@Input() { query }: InputOf<typeof endpoints.listPeople>, @CurrentActor() actor: Actor) {
    return this.people.list(actor, query);
  }

  @Route(endpoints.getPerson)
  async show(@Input() { params }: InputOf<typeof endpoints.getPerson>, @CurrentActor() actor: Actor) {
    return presentPerson(await getPresentPerson(this.work.reader, scopeOf(actor, 'person.read'), params.id));
  }

  @Route(endpoints.createPerson)
  async create(@Input() { body }: InputOf<typeof endpoints.createPerson>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return presentPerson(await this.work.run((tx) => createPerson(tx, acting, body)));
  }

  @Route(endpoints.getMyself)
  async showMyself(@CurrentActor() actor: Actor) {
    return presentPerson(await getMyself(this.work.reader, actor));
  }

  @Route(endpoints.changeMyself)
  async changeMyself(
    @Input() { body }: InputOf<typeof endpoints.changeMyself>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    return presentPerson(await this.work.run((tx) => changeMyself(tx, acting, body)));
  }

  @Route(endpoints.changePerson)
  async change(@Input() input: InputOf<typeof endpoints.changePerson>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const change = { id: input.params.id, ifMatch: input.ifMatch, patch: input.body };
    return presentPerson(await this.work.run((tx) => changePerson(tx, acting, change)));
  }

  @Route(endpoints.markAddress)
  async markAddress(@Input() input: InputOf<typeof endpoints.markAddress>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const mark = { ...input.params, ...input.body, ifMatch: input.ifMatch };
    return presentPerson(await this.work.run((tx) => markAddress(tx, acting, mark)));
  }
}
