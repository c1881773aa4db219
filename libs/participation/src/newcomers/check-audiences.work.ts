import { Injectable } from '@nestjs/common';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { AudienceCheckDue } from './audience-check.js';
import { CheckAudiences } from './check-audiences.js';

/** Looks at a meeting's audiences when it is time. */
@Injectable()
@HandlesDueWork(AudienceCheckDue)
export class CheckAudiencesWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly check: CheckAudiences) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.check.work(subjectId);
  }
}
