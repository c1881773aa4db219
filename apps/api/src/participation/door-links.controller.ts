import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { Config } from '#config';
import { endpoints } from '#contracts';
import type { ChangedDoorLinkDto } from '#contracts';
import { TokenKeys } from '#kernel';
import { doorPath, KeepDoorLinks } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentDoorLink } from './attendance.presenter.js';

/** The links by which helpers check people in. */
@Controller()
export class DoorLinksController {
  constructor(
    private readonly keeps: KeepDoorLinks,
    private readonly keys: TokenKeys,
    private readonly config: Config,
  ) {}

  @Route(endpoints.listDoorLinks)
  async list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof endpoints.listDoorLinks>) {
    const views = await this.keeps.list(actor, params.id);
    const items = views.map((view) => ({
      ...presentDoorLink(view),
      link: view.link.revokedAt === null ? `${this.config.publicUrl}${doorPath(this.keys, view.link)}` : null,
    }));
    return { items };
  }

  @Route(endpoints.makeDoorLink)
  async make(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.makeDoorLink>,
  ): Promise<ChangedDoorLinkDto> {
    return presentDoorLink(await this.keeps.make(actor, params.id, body.name));
  }

  @Route(endpoints.revokeDoorLink)
  async revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.revokeDoorLink>,
  ): Promise<ChangedDoorLinkDto> {
    return presentDoorLink(await this.keeps.revoke(actor, params.id));
  }
}
