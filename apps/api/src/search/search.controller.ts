import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { searchEverything } from '#search';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentFound } from './search.presenter.js';

/** One box over everything. */
@Controller()
export class SearchController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.search)
  async search(@Input() { query }: InputOf<typeof endpoints.search>, @CurrentActor() actor: Actor) {
    const question = { text: query.q, now: this.clock.now() };
    return presentFound(await searchEverything(this.work.reader, actor, question));
  }
}
