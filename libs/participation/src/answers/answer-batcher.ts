import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import { answerBatch, answerLocked } from './answer-batch.js';
import type { AnswerTools } from './answer-batch.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';

const LARGEST_BATCH = 64;

interface Waiting {
  readonly incoming: IncomingAnswer;
  readonly resolve: (outcome: AnswerOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes answers that wait for the same meeting in this process together: those that come while a transaction waits for
 * the meeting's lock are decided in it, in the order in which they were received, instead of each queueing by itself.
 */
@Injectable()
export class AnswerBatcher {
  private readonly lines = new Map<Id, Waiting[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
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
    while ((this.lines.get(meetingId) ?? []).length > 0) await this.decideNext(meetingId);
    this.lines.delete(meetingId);
  }

  private async decideNext(meetingId: Id): Promise<void> {
    let batch: readonly Waiting[] = [];
    try {
      const outcomes = await this.unitOfWork.run(async (tx) => {
        const meeting = await lockMeeting(tx, meetingId);
        // Taken under the lock, and once, however often the transaction is tried.
        if (batch.length === 0) batch = this.take(meetingId);
        return answerLocked(tx, meeting, incomingOf(batch), this.tools);
      });
      batch.forEach(({ resolve }, index) => resolve(outcomes[index] as AnswerOutcome));
    } catch (error) {
      if (batch.length === 0) batch = this.take(meetingId);
      if (batch.length === 1) batch[0]?.reject(error);
      // One bad answer must not cost the others theirs: each is tried by itself.
      else for (const waiting of batch) await this.decideOne(meetingId, waiting);
    }
  }

  private async decideOne(meetingId: Id, { incoming, resolve, reject }: Waiting): Promise<void> {
    try {
      const [outcome] = await this.unitOfWork.run((tx) => answerBatch(tx, meetingId, [incoming], this.tools));
      resolve(outcome as AnswerOutcome);
    } catch (error) {
      reject(error);
    }
  }

  private get tools(): AnswerTools {
    return { clock: this.clock, keys: this.keys };
  }

  private take(meetingId: Id): readonly Waiting[] {
    const taken = this.lines.get(meetingId)?.splice(0, LARGEST_BATCH) ?? [];
    return taken.toSorted(
      (one, other) => one.incoming.receivedAt.epochMilliseconds - other.incoming.receivedAt.epochMilliseconds,
    );
  }
}

function incomingOf(batch: readonly Waiting[]): readonly IncomingAnswer[] {
  return batch.map(({ incoming }) => incoming);
}
