import { Controller } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { AudienceDto } from '#contracts';
import { mapPage, UnitOfWork } from '#database';
import {
  assertReferences,
  changeAudience,
  createAudience,
  deleteAudience,
  getAudience,
  listAudiences,
  nameReferences,
  presentAudience,
  referencesOf,
  resolveAudience,
} from '#directory';
import type { AudienceView } from '#directory';
import { Clock } from '#kernel';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { dayOf } from './days.js';

/** Where a preview is for no meeting, today is the day in this zone. */
const ZONE = 'Europe/Berlin';

/** Saved audiences, and what a rule comes to. */
@Controller()
export class AudienceController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.listAudiences)
  async list(@Input() { query }: InputOf<typeof endpoints.listAudiences>, @CurrentActor() actor: Actor) {
    const page = await listAudiences(this.work.reader, scopeOf(actor, 'audience.use'), query);
    return mapPage(page, ({ id, institution, name, version }) => ({ id, institution, name, version }));
  }

  @Route(endpoints.getAudience)
  async show(@Input() { params }: InputOf<typeof endpoints.getAudience>, @CurrentActor() actor: Actor) {
    return this.present(await getAudience(this.work.reader, scopeOf(actor, 'audience.use'), params.id));
  }

  @Route(endpoints.createAudience)
  async create(@Input() { body }: InputOf<typeof endpoints.createAudience>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    return this.present(await this.work.run((tx) => createAudience(tx, acting, body)));
  }

  @Route(endpoints.changeAudience)
  async change(@Input() input: InputOf<typeof endpoints.changeAudience>, @CurrentActor() actor: Actor) {
    const acting = { actor, now: this.clock.now() };
    const change = { id: input.params.id, ifMatch: input.ifMatch, patch: input.body };
    return this.present(await this.work.run((tx) => changeAudience(tx, acting, change)));
  }

  @Route(endpoints.deleteAudience)
  async delete(
    @Input() { params, ifMatch }: InputOf<typeof endpoints.deleteAudience>,
    @CurrentActor() actor: Actor,
  ) {
    const acting = { actor, now: this.clock.now() };
    await this.work.run((tx) => deleteAudience(tx, acting, { id: params.id, ifMatch }));
  }

  @Route(endpoints.previewAudience)
  async preview(@Input() { body }: InputOf<typeof endpoints.previewAudience>, @CurrentActor() actor: Actor) {
    const { reader } = this.work;
    await assertReferences(reader, actor, referencesOf(body.rule, '/rule'));
    const meetingDay = dayOf(body.day ?? undefined) ?? this.clock.today(ZONE);
    const moment = { meetingDay, now: this.clock.now(), successors: body.successors };
    return presentAudience(reader, actor, await resolveAudience(reader, body.rule, moment));
  }

  private async present(view: AudienceView): Promise<AudienceDto> {
    const { id, institution, name, rule, version } = view;
    return { id, institution, name, rule, version, mentions: await nameReferences(this.work.reader, rule) };
  }
}
