import { Injectable } from '@nestjs/common';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { MessageRun, MessageRunDue } from './message-run.js';

/** Works a message off; its due-work row brings it back after a crash. */
@Injectable()
@HandlesDueWork(MessageRunDue)
export class MessageRunWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly run: MessageRun) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.run.work(subjectId);
  }
}
