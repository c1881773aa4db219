import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Temporal, newId } from '#kernel';
import type { Id } from '#kernel';
import { SubscribesTo, defineFact, factOf, recordFacts } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { eventually } from '../support/eventually.js';
import { startQueueApp } from '../support/queue-app.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { createTestDatabase } from '../support/test-database.js';
import type { TestDatabase } from '../support/test-database.js';

const guestCame = defineFact<{ guestId: Id }>('GuestCame');

@Injectable()
@SubscribesTo(guestCame, 'test.door')
class Door implements FactSubscriber<{ guestId: Id }> {
  readonly seen = new Set<Id>();

  async handle({ payload }: DeliveredFact<{ guestId: Id }>): Promise<void> {
    this.seen.add(payload.guestId);
  }
}

describe('while Redis is away', () => {
  const redis = new URL(String(process.env['TEST_REDIS_URL']));
  const proxy = new TcpProxy({ host: redis.hostname, port: Number(redis.port) });
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    redis.host = `127.0.0.1:${await proxy.up()}`;
    await proxy.down();
    process.env['TEST_REDIS_URL'] = redis.href;
  });
  afterAll(() => database.drop());

  const record = async (): Promise<Id> => {
    const guestId = newId();
    const fact = factOf(guestCame, { guestId }, Temporal.Now.instant());
    await app.get(UnitOfWork).run((tx) => recordFacts(tx, [fact]));
    return guestId;
  };

  it('the worker waits for it to start', async () => {
    const starting = startQueueApp({ database, providers: [Door] });
    await sleep(1500);
    await proxy.up();
    app = await starting;
    const guestId = await record();
    await eventually(() => app.get(Door).seen.has(guestId));
  });

  it('facts wait, and are delivered when it is back', async () => {
    await proxy.down();
    const guestId = await record();
    await sleep(1000);
    expect(app.get(Door).seen.has(guestId)).toBe(false);
    await proxy.up();
    await eventually(() => app.get(Door).seen.has(guestId));
  });

  it('the worker stops nevertheless', async () => {
    await proxy.down();
    await record();
    await sleep(200);
    const asked = performance.now();
    await app.close();
    expect(performance.now() - asked).toBeLessThan(12_000);
  });
});
