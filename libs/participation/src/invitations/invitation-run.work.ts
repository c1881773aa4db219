import { Injectable } from '@nestjs/common';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { InvitationRun, InvitationRunDue } from './invitation-run.js';

/** Works an invitation run off; its due-work row brings it back after a crash. */
@Injectable()
@HandlesDueWork(InvitationRunDue)
export class InvitationRunWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly run: InvitationRun) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.run.work(subjectId);
  }
}
