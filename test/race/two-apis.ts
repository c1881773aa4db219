import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { aMeeting, anInvitation } from '../factories/meetings.factory.js';
import { startTestApi, testKeys } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { untilBlocked } from '../support/until-blocked.js';

export interface Guest {
  readonly id: Id;
  readonly personId: Id;
  readonly token: string;
}

export interface Seat {
  readonly state: string;
  readonly arrival: number;
  readonly invitationId: Id;
}

/**
 * Two whole apis on one database: each gathers its own answers into batches, so what keeps the seats is the lock of
 * the meeting's row and nothing in a process.
 */
export class TwoApis {
  private constructor(
    readonly one: TestApi,
    readonly other: TestApi,
    readonly reader: Reader,
  ) {}

  static async start(): Promise<TwoApis> {
    const one = await startTestApi();
    return new TwoApis(one, await startTestApi({}, { beside: one }), one.app.get(UnitOfWork).reader);
  }

  async close(): Promise<void> {
    await this.other.close();
    await this.one.close();
  }

  rows<Row = Readonly<Record<string, unknown>>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.reader.manager.query(sql, parameters);
  }

  async meetingWith(capacity: number, guests: number): Promise<{ id: Id; guests: readonly Guest[] }> {
    const { id } = await aMeeting(this.reader, { capacity });
    const invited: Guest[] = [];
    while (invited.length < guests) {
      invited.push(await anInvitation(this.reader, testKeys, { meetingId: id }));
    }
    return { id, guests: invited };
  }

  /** By order of arrival. */
  seats(meetingId: Id): Promise<Seat[]> {
    return this.rows(
      `SELECT state, arrival, invitation_id AS "invitationId" FROM registration
        WHERE meeting_id = $1 ORDER BY arrival`,
      [meetingId],
    );
  }

  async statesOf(meetingId: Id): Promise<string[]> {
    return (await this.seats(meetingId)).map(({ state }) => state);
  }

  /** Keeps everybody from the meeting's row until `work` has resolved. */
  async holding(meetingId: Id, work: () => Promise<void>): Promise<void> {
    await this.one.app.get(UnitOfWork).run(async (tx) => {
      await tx.manager.query('SELECT FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
      await work();
    });
  }

  /** Once so many transactions wait for a lock. */
  async blocked(transactions: number): Promise<void> {
    await untilBlocked({ rows: (sql) => this.rows<object>(sql) }, transactions);
  }

  /** Begins one after the other behind a held lock, which PostgreSQL then gives them in this order. */
  async inOrder<Result>(
    meetingId: Id,
    begin: readonly (() => Promise<Result>)[],
  ): Promise<readonly PromiseSettledResult<Result>[]> {
    const running: Promise<Result>[] = [];
    await this.holding(meetingId, async () => {
      for (const start of begin) {
        const started = start();
        started.catch(() => undefined);
        running.push(started);
        await this.blocked(running.length);
      }
    });
    return Promise.allSettled(running);
  }
}

/** Answers as the form on the invitee's page does; gives the reply's status. */
export async function postAnswer(api: TestApi, { token }: Guest, answer: string): Promise<number> {
  const reply = await api.browser().post(`/i/${token}`, `answer=${answer}`, {
    'content-type': 'application/x-www-form-urlencoded',
  });
  return reply.status;
}
