import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import { dismissDuplicate, listDuplicates, MergePeople } from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentDuplicate, presentMergePreview } from './merge.presenter.js';
import { presentPerson } from './person.presenter.js';

/** People who may be one, and making them one. */
@Controller()
export class MergeController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly merging: MergePeople,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listDuplicates)
  async duplicates(
    @Input() { query }: InputOf<typeof endpoints.listDuplicates>,
    @CurrentActor() actor: Actor,
  ) {
    const page = await listDuplicates(this.work.reader, scopeOf(actor, 'person.read'), query);
    return mapPage(page, (duplicate) => presentDuplicate(duplicate, actor));
  }

  @Route(endpoints.dismissDuplicate)
  async dismiss(
    @Input() { params }: InputOf<typeof endpoints.dismissDuplicate>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    await this.work.run((tx) => dismissDuplicate(tx, acting, params.id));
  }

  @Route(endpoints.previewMerge)
  async preview(
    @Input() { params, body }: InputOf<typeof endpoints.previewMerge>,
    @CurrentActor() actor: Actor,
  ) {
    const pair = { survivorId: params.id, otherId: body.otherId };
    return presentMergePreview(await this.merging.preview(actor, pair));
  }

  @Route(endpoints.mergePeople)
  async merge(
    @Input() { params, body }: InputOf<typeof endpoints.mergePeople>,
    @CurrentActor() actor: Actor,
  ) {
    const { person, alreadyDone } = await this.merging.merge(actor, { ...body, survivorId: params.id });
    return { person: presentPerson(person), alreadyDone };
  }
}
