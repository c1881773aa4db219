import { Controller } from '@nestjs/common';
import { EndGrant, GiveGrant } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { GrantDto, GrantInput, ResponseOf } from '#contracts';
import { Temporal } from '#kernel';
import { periodOf } from '../directory/days.js';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { GrantReader } from './grant.reader.js';

/** Who has which role, and roles given by name. */
@Controller()
export class GrantsController {
  constructor(
    private readonly grants: GrantReader,
    private readonly giveGrant: GiveGrant,
    private readonly endGrant: EndGrant,
  ) {}

  @Route(endpoints.listGrants)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof endpoints.listGrants>,
  ): Promise<ResponseOf<typeof endpoints.listGrants>> {
    const { items, next } = await this.grants.list(actor, query);
    return { items: [...items], next };
  }

  @Route(endpoints.getOwnRights)
  async own(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof endpoints.getOwnRights>> {
    return { items: [...(await this.grants.listOwn(actor))] };
  }

  @Route(endpoints.giveGrant)
  async give(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.giveGrant>,
  ): Promise<GrantDto> {
    const { personId, role } = body;
    const given = { personId, role, ...placeOf(body), ...periodOf(body) };
    return this.grants.get(actor, await this.giveGrant.run(actor, given));
  }

  @Route(endpoints.endGrant)
  async end(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.endGrant>,
  ): Promise<GrantDto> {
    // Read before: afterwards it may be over, and no longer shown.
    const before = await this.grants.get(actor, params.id);
    await this.endGrant.run(actor, params.id, Temporal.PlainDate.from(body.lastDay));
    return { ...before, validUntil: body.lastDay };
  }
}

function placeOf(input: GrantInput) {
  return {
    institutionId: 'institutionId' in input ? input.institutionId : null,
    meetingId: 'meetingId' in input ? input.meetingId : null,
  };
}
