import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import { answerBatch, answerLocked } from './answer-batch.js';
import type { AnswerTools } from './answer-batch.js';
import type { AnswerOutcome, IncomingAnswer } from './incoming-answer.js';

const LARGEST_BATCH = 64;
/** One transaction decides, the next one waits for the lock meanwhile and has it as soon as the first is committed. */
const TRANSACTIONS = 2;

interface Waiting {
  readonly incoming: IncomingAnswer;
  readonly resolve: (outcome: AnswerOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** The answers to one meeting. */
interface Line {
  readonly waiting: Waiting[];
  /** So many transactions are under way. */
  working: number;
}

/**
 * Takes answers that wait for the same meeting in this process together: those that come while a transaction waits for
 * the meeting's lock are decided in it, in the order in which they were received, instead of each queueing by itself.
 */
@Injectable()
export class AnswerBatcher {
  private readonly lines = new Map<Id, Line>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /** Resolves after the commit of the transaction that decided the answer. */
  submit(meetingId: Id, incoming: IncomingAnswer): Promise<AnswerOutcome> {
    return new Promise((resolve, reject) => {
      const line = this.lines.get(meetingId) ?? { waiting: [], working: 0 };
      this.lines.set(meetingId, line);
      line.waiting.push({ incoming, resolve, reject });
      if (line.working < TRANSACTIONS) void this.work(meetingId, line);
    });
  }

  private async work(meetingId: Id, line: Line): Promise<void> {
    line.working += 1;
    while (line.waiting.length > 0) await this.decideNext(meetingId, line);
    line.working -= 1;
    if (line.working === 0) this.lines.delete(meetingId);
  }

  private async decideNext(meetingId: Id, line: Line): Promise<void> {
    let batch: readonly Waiting[] = [];
    try {
      const outcomes = await this.unitOfWork.run(async (tx) => {
        const meeting = await lockMeeting(tx, meetingId);
        // Taken under the lock, and once, however often the transaction is tried.
        if (batch.length === 0) batch = takeFrom(line);
        return batch.length === 0 ? [] : answerLocked(tx, meeting, incomingOf(batch), this.tools);
      });
      batch.forEach(({ resolve }, index) => resolve(outcomes[index] as AnswerOutcome));
    } catch (error) {
      if (batch.length === 0) batch = takeFrom(line);
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
}

/** In the order of receipt. */
function takeFrom({ waiting }: Line): readonly Waiting[] {
  return waiting
    .splice(0, LARGEST_BATCH)
    .toSorted(
      (one, other) => one.incoming.receivedAt.epochMilliseconds - other.incoming.receivedAt.epochMilliseconds,
    );
}

function incomingOf(batch: readonly Waiting[]): readonly IncomingAnswer[] {
  return batch.map(({ incoming }) => incoming);
}
