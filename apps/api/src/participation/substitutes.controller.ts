import { Controller } from '@nestjs/common';
import type { Actor } from '#access';
import { scopeOf } from '#access';
import { endpoints } from '#contracts';
import type { ChangedInvitationDto } from '#contracts';
import { UnitOfWork } from '#database';
import { findReadablePeople } from '#directory';
import { DomainError } from '#kernel';
import { getMeeting } from '#meetings';
import { getInvitation, NameSubstitute, substituteCodes } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { assertEnteredValues } from './entered-values.js';
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
    const { reader } = this.unitOfWork;
    const scope = scopeOf(actor, 'meeting.invite');
    const { note, values, seats, ...colleague } = body;
    const { invitation } = await getInvitation(reader, scope, params.id);
    const { questions } = await getMeeting(reader, scope, invitation.meetingId);
    assertEnteredValues(questions, { answer: 'yes', values });
    const by = { kind: 'host', actor } as const;
    const wish = { note, values, seats, by };
    const outcome = await this.nameSubstitute.name({ invitationId: params.id, colleague, ...wish });
    if (outcome.outcome === 'refused') throw new DomainError(substituteCodes[outcome.reason]);
    const view = await getInvitation(reader, scope, params.id);
    const readable = await findReadablePeople(reader, actor, [view.invitation.personId]);
    return presentChangedInvitation(view, { readable });
  }
}
