import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import {
  AudienceChanged,
  InstitutionChanged,
  MandateEnded,
  MandateGiven,
  MembershipAdded,
  MembershipChanged,
  OfficeChanged,
  PersonChanged,
  TagsChanged,
} from '#directory';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { SubscribesTo } from '#queue';
import type { FactSubscriber } from '#queue';
import { nextMinute, scheduleAudienceCheck } from './audience-check.js';

/** Whatever changes in the directory may change who belongs to an audience: every open meeting's are looked at again. */
@Injectable()
@SubscribesTo(AudienceChanged, 'participation.newcomers-audience')
@SubscribesTo(InstitutionChanged, 'participation.newcomers-institution')
@SubscribesTo(MandateEnded, 'participation.newcomers-mandate-end')
@SubscribesTo(MandateGiven, 'participation.newcomers-mandate')
@SubscribesTo(MembershipAdded, 'participation.newcomers-membership')
@SubscribesTo(MembershipChanged, 'participation.newcomers-membership-days')
@SubscribesTo(OfficeChanged, 'participation.newcomers-office')
@SubscribesTo(PersonChanged, 'participation.newcomers-person')
@SubscribesTo(TagsChanged, 'participation.newcomers-tags')
export class DirectoryChangeSubscriber implements FactSubscriber<object> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Many facts at once come to one look per meeting. May run twice. */
  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const open: { id: Id }[] = await tx.manager.query(
        `SELECT id FROM meeting
          WHERE state = 'published' AND coalesce(answer_by_at, starts_at) > $1
            AND EXISTS (SELECT FROM meeting_audience WHERE meeting_id = meeting.id)`,
        [now],
      );
      const ids = open.map(({ id }) => id);
      await scheduleAudienceCheck(tx, ids, nextMinute(now));
    });
  }
}
