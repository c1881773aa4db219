import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { DueWorkTick, FactRelay, SubscribesTo, defineFact, factOf, recordFacts } from '#queue';
import type { DeliveredFact, FactSubscriber } from '#queue';
import { eventually } from '../../support/eventually.js';
import { loseJobs, startQueueApp } from '../../support/queue-app.js';
import { TestClock } from '../../support/test-clock.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

const guestCame = defineFact<{ guestId: Id }>('GuestCame');
const guestLeft = defineFact<{ guestId: Id }>('GuestLeft');

/** The longest that a timer takes. */
const NEVER_MS = 2 ** 31 - 1;

class Listener implements FactSubscriber<{ guestId: Id }> {
  readonly heard: DeliveredFact<{ guestId: Id }>[] = [];
  failures = 0;

  async handle(fact: DeliveredFact<{ guestId: Id }>): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('deaf for a moment');
    }
    this.heard.push(fact);
  }
}

@Injectable()
@SubscribesTo(guestCame, 'test.door')
class Door extends Listener {}

@Injectable()
@SubscribesTo(guestCame, 'test.kitchen')
@SubscribesTo(guestLeft, 'test.kitchen-after')
class Kitchen extends Listener {}

function guestsHeardBy(listener: Listener): readonly Id[] {
  return listener.heard.map((fact) => fact.payload.guestId).toSorted();
}

describe('facts', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let app: INestApplicationContext;
  let unitOfWork: UnitOfWork;
  let door: Door;
  let kitchen: Kitchen;

  beforeAll(async () => (database = await createTestDatabase({ poolSize: 20 })));
  beforeEach(() => (clock = new TestClock()));
  afterEach(async () => {
    await app.close();
    await database.clear();
  });
  afterAll(() => database.drop());

  const start = async (consume: boolean): Promise<void> => {
    app = await startQueueApp({ database, providers: [Door, Kitchen], clock, consume });
    unitOfWork = app.get(UnitOfWork);
    door = app.get(Door);
    kitchen = app.get(Kitchen);
  };
  const record = (count: number): Promise<readonly Id[]> =>
    unitOfWork.run(async (tx) => {
      const guestIds = Array.from({ length: count }, newId);
      await recordFacts(
        tx,
        guestIds.map((guestId) => factOf(guestCame, { guestId }, clock.now())),
      );
      return guestIds;
    });
  const deliveries = async (): Promise<number> => {
    const [row] = await database.dataSource.query<[{ count: number }]>(
      `SELECT count(*) AS count FROM due_work WHERE kind LIKE 'fact.%'`,
    );
    return row.count;
  };

  const cutConnectionOnPublishing = async (): Promise<void> => {
    await database.dataSource.query(`
      CREATE FUNCTION cut_connection() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER cut_connection BEFORE UPDATE ON fact EXECUTE FUNCTION cut_connection()`);
  };

  it('reach every subscriber of theirs, soon after the commit', async () => {
    await start(true);
    const [guestId] = await record(1);
    await eventually(() => door.heard.length + kitchen.heard.length === 2);
    const fact = { id: expect.any(String), payload: { guestId }, occurredAt: expect.anything() };
    expect([door.heard, kitchen.heard]).toEqual([[fact], [fact]]);
    expect(door.heard[0]?.occurredAt.toString()).toBe(clock.now().toString());
    await unitOfWork.run((tx) => recordFacts(tx, [factOf(guestLeft, { guestId: 'gone' }, clock.now())]));
    await eventually(() => kitchen.heard.length === 2);
    expect(door.heard).toHaveLength(1);
  });

  it('are delivered as soon as they are committed, by relays that do not look by themselves', async () => {
    await start(true);
    for (const relay of [FactRelay, DueWorkTick]) Object.assign(app.get(relay), { sweepEveryMs: NEVER_MS });
    // A sweep that was waited for before may have found the first.
    for (const heard of [1, 2, 3]) {
      await record(1);
      await eventually(() => door.heard.length === heard && kitchen.heard.length === heard);
    }
  });

  it('are never delivered after a rollback', async () => {
    await start(true);
    const rolledBack = unitOfWork.run(async (tx) => {
      await recordFacts(tx, [factOf(guestCame, { guestId: 'nobody' }, clock.now())]);
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    const [guestId] = await record(1);
    await eventually(() => door.heard.length === 1 && kitchen.heard.length === 1);
    expect(guestsHeardBy(door)).toEqual([guestId]);
  });

  it('are handed over once by three relays at once', async () => {
    await start(false);
    await record(1200);
    const relay = app.get(FactRelay);
    const moved = await Promise.all([relay.runOnce(), relay.runOnce(), relay.runOnce()]);
    expect(moved.reduce((sum, rows) => sum + rows, 0)).toBe(1200);
    expect(await deliveries()).toBe(2400);
  });

  it('are delivered later when the relay crashes between taking and handing over', async () => {
    await start(false);
    await record(3);
    await cutConnectionOnPublishing();
    await expect(app.get(FactRelay).runOnce()).rejects.toThrow(/terminat/);
    await database.dataSource.query('DROP FUNCTION cut_connection CASCADE');
    expect(await deliveries()).toBe(0);
    expect(await app.get(FactRelay).runOnce()).toBe(3);
    expect(await deliveries()).toBe(6);
  });

  it('reach a subscriber that failed later, and the others at once', async () => {
    await start(true);
    door.failures = 1;
    const [guestId] = await record(1);
    await eventually(() => kitchen.heard.length === 1 && door.failures === 0);
    await eventually(async () => (await deliveries()) === 1);
    expect(door.heard).toEqual([]);
    clock.advance({ seconds: 10 });
    await app.get(DueWorkTick).runOnce();
    await eventually(() => door.heard.length === 1);
    expect([guestsHeardBy(door), guestsHeardBy(kitchen)]).toEqual([[guestId], [guestId]]);
  });

  it('outlive the loss of the whole queue', async () => {
    await start(false);
    const guestIds = await record(5);
    await app.get(FactRelay).runOnce();
    await app.get(DueWorkTick).runOnce();
    await app.close();
    await loseJobs(database);
    await start(true);
    clock.advance({ minutes: 5 });
    await app.get(DueWorkTick).runOnce();
    await eventually(async () => (await deliveries()) === 0);
    expect(guestsHeardBy(door)).toEqual([...guestIds].toSorted());
  });
});
