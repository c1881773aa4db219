import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { HandlesJob, JobQueue, defineJob, defineQueue } from '#queue';
import type { JobHandler } from '#queue';
import { eventually } from '../../support/eventually.js';
import { startQueueApp } from '../../support/queue-app.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';
import { queueSettings } from '../../support/test-worker.js';

const queue = defineQueue('test', { concurrency: 1 });
const cook = defineJob<{ dish: string }>('test.cook', { queue });

@Injectable()
@HandlesJob(cook)
class Cook implements JobHandler<{ dish: string }> {
  readonly begun: string[] = [];
  readonly done: string[] = [];
  oven = Promise.resolve();

  async handle({ dish }: { dish: string }): Promise<void> {
    this.begun.push(dish);
    await this.oven;
    this.done.push(dish);
  }
}

describe('stopping a worker', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const start = (shutdownSeconds: number, prefix: string): Promise<INestApplicationContext> =>
    startQueueApp({ database, providers: [Cook], shutdownSeconds, prefix });

  const connections = async (): Promise<number> => {
    const rows = await database.dataSource.query<object[]>(
      `SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'jourfixe'`,
    );
    return rows.length + (await redisConnections());
  };

  it('lets the current job finish, starts no other, and closes every connection', async () => {
    const before = await connections();
    const app = await start(100, '{test-shutdown}');
    const [cookOfOne, oven] = [app.get(Cook), Promise.withResolvers<void>()];
    cookOfOne.oven = oven.promise;
    for (const dish of ['soup', 'pie']) await app.get(JobQueue).add(cook, { dish });
    await eventually(() => cookOfOne.begun.length === 1);
    let isClosed = false;
    const closing = app.close().then(() => (isClosed = true));
    // Long enough for it to close or to begin with the pie, if it would.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isClosed).toBe(false);
    oven.resolve();
    await closing;
    expect(cookOfOne.begun).toEqual(['soup']);
    expect(cookOfOne.done).toEqual(['soup']);
    await eventually(async () => (await connections()) === before);

    const next = await start(5, '{test-shutdown}');
    await eventually(() => next.get(Cook).done.length === 1);
    expect(next.get(Cook).done).toEqual(['pie']);
    await next.close();
  });

  it('gives up on a job that does not end in time', async () => {
    const app = await start(0.3, '{test-patience}');
    const oven = Promise.withResolvers<void>();
    app.get(Cook).oven = oven.promise;
    await app.get(JobQueue).add(cook, { dish: 'roast' });
    await eventually(() => app.get(Cook).begun.length === 1);
    // With the oven shut: whoever waited for the roast would wait for ever.
    await app.close();
    expect(app.get(Cook).done).toEqual([]);
    oven.resolve();
    await eventually(() => app.get(Cook).done.length === 1);
  });
});

/** To the Redis database of this jest worker: the others have connections of their own. */
async function redisConnections(): Promise<number> {
  const { REDIS_URL: url } = queueSettings();
  if (url === undefined) return 0;
  const redis = new Redis(url);
  const own = ` db=${new URL(url).pathname.slice(1)} `;
  const clients = String(await redis.client('LIST'))
    .trim()
    .split('\n')
    .filter((client) => client.includes(own));
  await redis.quit();
  return clients.length - 1;
}
