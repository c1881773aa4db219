import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { SubscribesTo } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { MandateGiven, PersonChanged } from '../directory.facts.js';
import { refreshDuplicates } from './find-duplicates.js';

/** Looks for people who may be one when somebody is new, has changed or was given an office. */
@Injectable()
@SubscribesTo(PersonChanged, 'directory.duplicates-of-changed')
@SubscribesTo(MandateGiven, 'directory.duplicates-of-mandate')
export class SuggestDuplicates implements FactSubscriber<{ personId: Id }> {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle({ payload }: DeliveredFact<{ personId: Id }>): Promise<void> {
    await this.work.run((tx) => refreshDuplicates(tx, [payload.personId], this.clock.now()));
  }
}
