import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import { createTag, deleteTag, giveTags, listTags, listTagsOf } from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';

/** Tags, and who and what carries them. */
@Controller()
export class TagController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listTags)
  async list(@Input() { query }: InputOf<typeof endpoints.listTags>, @CurrentActor() actor: Actor) {
    return listTags(this.work.reader, scopeOf(actor, 'person.read'), query);
  }

  @Route(endpoints.createTag)
  async create(@Input() { body }: InputOf<typeof endpoints.createTag>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return this.work.run((tx) => createTag(tx, acting, body));
  }

  @Route(endpoints.deleteTag)
  async delete(@Input() { params }: InputOf<typeof endpoints.deleteTag>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    await this.work.run((tx) => deleteTag(tx, acting, params.id));
  }

  @Route(endpoints.listPersonTags)
  async ofPerson(
    @Input() { params }: InputOf<typeof endpoints.listPersonTags>,
    @CurrentActor() actor: Actor,
  ) {
    return { items: await listTagsOf(this.work.reader, actor, { kind: 'person', id: params.id }) };
  }

  @Route(endpoints.tagPerson)
  async tagPerson(
    @Input() { params, body }: InputOf<typeof endpoints.tagPerson>,
    @CurrentActor() actor: Actor,
  ) {
    return this.give(actor, { tagged: { kind: 'person', id: params.id }, tagIds: body.tagIds });
  }

  @Route(endpoints.listInstitutionTags)
  async ofInstitution(
    @Input() { params }: InputOf<typeof endpoints.listInstitutionTags>,
    @CurrentActor() actor: Actor,
  ) {
    return { items: await listTagsOf(this.work.reader, actor, { kind: 'institution', id: params.id }) };
  }

  @Route(endpoints.tagInstitution)
  async tagInstitution(
    @Input() { params, body }: InputOf<typeof endpoints.tagInstitution>,
    @CurrentActor() actor: Actor,
  ) {
    return this.give(actor, { tagged: { kind: 'institution', id: params.id }, tagIds: body.tagIds });
  }

  private async give(actor: Actor, given: Parameters<typeof giveTags>[2]) {
    const acting = { actor, now: this.clock.now() };
    return { items: await this.work.run((tx) => giveTags(tx, acting, given)) };
  }
}
