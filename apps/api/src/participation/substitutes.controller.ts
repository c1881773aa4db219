import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { scopeOf } from '#access';
import { endpoints } from '#contracts';
import type { ChangedInvitationDto } from '#contracts';
import { UnitOfWork } from '#database';
import { findReadablePeople } from '#directory';
import { DomainError } from '#kernel';
import { getInvitation, NameSubstitute, substituteCodes } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentChangedInvitation } from './invitation.presenter.js';

/** A host enters who comes instead of somebody. */
@Controller()
export class SubstitutesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly nameSubstitute: NameSubstitute,
  ) {}

  @Route(endpoints.nameSubstitute)
  async name(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof endpoints.nameSubstitute>,
  ): Promise<ChangedInvitationDto> {
    const by = { kind: 'host', actor } as const;
    const outcome = await this.nameSubstitute.name({ invitationId: params.id, colleague: body, by });
    if (outcome.outcome === 'refused') throw new DomainError(substituteCodes[outcome.reason]);
    const { reader } = this.unitOfWork;
    const view = await getInvitation(reader, scopeOf(actor, 'meeting.invite'), params.id);
    const readable = await findReadablePeople(reader, actor, [view.invitation.personId]);
    return presentChangedInvitation(view, { readable });
  }
}
