import { Controller } from '@nestjs/common';
import { findScope } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import type { AudienceRule, ResponseOf } from '#contracts';
import { UnitOfWork } from '#database';
import { assertReferences, referencesOf, resolveAudience } from '#directory';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findReadable } from '#meetings';
import { findConflicts } from '#participation';
import { CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { presentConflict } from './conflict.presenter.js';

/** What stands against dates, before there is a meeting on them. */
@Controller()
export class ConflictsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Route(endpoints.findConflicts)
  async find(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof endpoints.findConflicts>,
  ): Promise<ResponseOf<typeof endpoints.findConflicts>> {
    const { reader } = this.unitOfWork;
    const dates = body.dates.map(({ startsLocal, endsLocal, zone }) => ({
      startsLocal: Temporal.PlainDateTime.from(startsLocal),
      endsLocal: Temporal.PlainDateTime.from(endsLocal),
      zone,
    }));
    const [first] = dates;
    const asked = await this.institutionsOf(actor, body.rule, first?.startsLocal.toPlainDate());
    const found = await findConflicts(reader, {
      dates,
      institutionIds: [...body.institutionIds, ...asked],
      exceptMeetingIds: body.exceptMeetingId === null ? [] : [body.exceptMeetingId],
      now: this.clock.now(),
    });
    const meetingIds = found
      .flat()
      .flatMap((conflict) => (conflict.kind === 'meeting' ? conflict.meetingId : []));
    const readable = await findReadable(reader, findScope(actor, 'meeting.read'), meetingIds);
    return {
      dates: found.map((conflicts) => ({
        conflicts: conflicts.map((conflict) => presentConflict(conflict, readable)),
      })),
    };
  }

  /** The institutions that the people of a rule stand for. */
  private async institutionsOf(
    actor: Actor,
    rule: AudienceRule | null,
    meetingDay: Temporal.PlainDate | undefined,
  ): Promise<readonly Id[]> {
    if (rule === null || meetingDay === undefined) return [];
    const { reader } = this.unitOfWork;
    await assertReferences(reader, actor, referencesOf(rule, '/rule'));
    const moment = { meetingDay, now: this.clock.now(), successors: 'on-the-day' as const };
    const { people } = await resolveAudience(reader, rule, moment);
    return people.flatMap(({ reasons }) => reasons.flatMap(({ institutionId }) => institutionId ?? []));
  }
}
