import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import type { Id } from '#kernel';
import { answerBatch } from './answer-batch.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';

const LARGEST_BATCH = 64;

interface Waiting {
  readonly incoming: IncomingAnswer;
  readonly resolve: (outcome: AnswerOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes answers that wait for the same meeting in this process together: while one transaction holds the meeting's
 * lock, later answers gather and are decided in the next, instead of each queueing for the lock by itself.
 */
@Injectable()
export class AnswerBatcher {
  private readonly lines = new Map<Id, Waiting[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Resolves after the commit of the transaction that decided the answer. */
  submit(meetingId: Id, incoming: IncomingAnswer): Promise<AnswerOutcome> {
    return new Promise((resolve, reject) => {
      const waiting = { incoming, resolve, reject };
      const line = this.lines.get(meetingId);
      if (line !== undefined) {
        line.push(waiting);
        return;
      }
      this.lines.set(meetingId, [waiting]);
      void this.work(meetingId);
    });
  }

  private async work(meetingId: Id): Promise<void> {
    for (;;) {
      const line = this.lines.get(meetingId) ?? [];
      const batch = line.splice(0, LARGEST_BATCH);
      if (batch.length === 0) break;
      await this.decide(meetingId, batch);
    }
    this.lines.delete(meetingId);
  }

  private async decide(meetingId: Id, batch: readonly Waiting[]): Promise<void> {
    const sorted = batch.toSorted(
      (one, other) => one.incoming.receivedAt.epochMilliseconds - other.incoming.receivedAt.epochMilliseconds,
    );
    try {
      const outcomes = await this.run(
        meetingId,
        sorted.map(({ incoming }) => incoming),
      );
      sorted.forEach(({ resolve }, index) => resolve(outcomes[index] as AnswerOutcome));
    } catch (error) {
      const [only] = sorted;
      if (sorted.length === 1 && only !== undefined) return only.reject(error);
      // One bad answer must not cost the others theirs: each is tried by itself.
      for (const waiting of sorted) await this.decide(meetingId, [waiting]);
    }
  }

  private run(meetingId: Id, batch: readonly IncomingAnswer[]): Promise<readonly AnswerOutcome[]> {
    return this.unitOfWork.run((tx) => answerBatch(tx, meetingId, batch, this.clock));
  }
}
