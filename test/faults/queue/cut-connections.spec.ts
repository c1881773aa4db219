import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Temporal, newId } from '#kernel';
import type { Id } from '#kernel';
import {
  HandlesJob,
  JobQueue,
  SubscribesTo,
  defineFact,
  defineJob,
  defineQueue,
  factOf,
  recordFacts,
} from '#queue';
import type { DeliveredFact, FactSubscriber, JobHandler } from '#queue';
import { eventually } from '../../support/eventually.js';
import { startQueueApp } from '../../support/queue-app.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

const guestCame = defineFact<{ guestId: Id }>('GuestCame');
const PATIENCE_SECONDS = 60;
const greet = defineJob<{ guestId: Id }>('test.greet', { queue: defineQueue('test') });

@Injectable()
@SubscribesTo(guestCame, 'test.door')
class Door implements FactSubscriber<{ guestId: Id }> {
  readonly seen = new Set<Id>();

  async handle({ payload }: DeliveredFact<{ guestId: Id }>): Promise<void> {
    this.seen.add(payload.guestId);
  }
}

@Injectable()
@HandlesJob(greet)
class Greeter implements JobHandler<{ guestId: Id }> {
  readonly greeted = new Set<Id>();

  async handle({ guestId }: { guestId: Id }): Promise<void> {
    this.greeted.add(guestId);
  }
}

/** Whoever asks while the pool still holds dead connections gets an error, and asks again. */
async function untilAnswered<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(20);
    }
  }
}

describe('a worker whose connections are all cut', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startQueueApp({ database, providers: [Door, Greeter], shutdownSeconds: PATIENCE_SECONDS });
  });
  afterAll(() => database.drop());

  const cut = (): Promise<unknown> =>
    database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
  const record = async (): Promise<Id> => {
    const guestId = newId();
    const fact = factOf(guestCame, { guestId }, Temporal.Now.instant());
    await app.get(UnitOfWork).run((tx) => recordFacts(tx, [fact]));
    return guestId;
  };

  it.each([1, 2, 3])('goes on with facts and jobs (cut %i)', async () => {
    const before = await record();
    await cut();
    const after = await untilAnswered(record);
    await untilAnswered(() => app.get(JobQueue).add(greet, { guestId: after }));
    const { seen } = app.get(Door);
    await eventually(() => seen.has(before) && seen.has(after) && app.get(Greeter).greeted.has(after));
  });

  it('stops without waiting for connections that are no more', async () => {
    await cut();
    const asked = performance.now();
    await app.close();
    // Whoever waited for them would do so for all of the patience.
    expect(performance.now() - asked).toBeLessThan(PATIENCE_SECONDS * 1000);
  });
});
