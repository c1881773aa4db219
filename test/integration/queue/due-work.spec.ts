import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Temporal, newId } from '#kernel';
import type { Id } from '#kernel';
import {
  DueWorkTick,
  HandlesDueWork,
  JobQueue,
  cancelDueWork,
  defineDueWork,
  defineRecurringWork,
  definitions,
  scheduleDueWork,
} from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { eventually } from '../../support/eventually.js';
import { startQueueApp } from '../../support/queue-app.js';
import { TestClock } from '../../support/test-clock.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

const remind = defineDueWork<{ meetingId: Id }>('test.remind', { leaseSeconds: 60 });
const sweep = defineRecurringWork('test.sweep', { everyHours: 24 });

@Injectable()
@HandlesDueWork(remind)
class Reminder implements DueWorkHandler<{ meetingId: Id }> {
  readonly runs: DueWorkRun<{ meetingId: Id }>[] = [];
  during: (run: DueWorkRun<{ meetingId: Id }>) => Promise<void> = () => Promise.resolve();

  async handle(run: DueWorkRun<{ meetingId: Id }>): Promise<void> {
    this.runs.push(run);
    await this.during(run);
  }
}

@Injectable()
@HandlesDueWork(sweep)
class Sweeper implements DueWorkHandler<Record<never, never>> {
  runs = 0;

  async handle(): Promise<void> {
    this.runs += 1;
  }
}

describe('due work', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let app: INestApplicationContext;
  let reminder: Reminder;
  let tick: DueWorkTick;
  let unitOfWork: UnitOfWork;
  const work = { subjectId: newId(), payload: { meetingId: newId() } };

  beforeAll(async () => (database = await createTestDatabase()));
  beforeEach(async () => {
    clock = new TestClock();
    app = await startQueueApp({ database, providers: [Reminder, Sweeper], clock });
    reminder = app.get(Reminder);
    tick = app.get(DueWorkTick);
    unitOfWork = app.get(UnitOfWork);
  });
  afterEach(async () => {
    await app.close();
    await database.clear();
  });
  afterAll(() => database.drop());

  const schedule = (inSeconds: number, payload = work.payload): Promise<void> => {
    const dueAt = clock.now().add({ seconds: inSeconds });
    return unitOfWork.run((tx) => scheduleDueWork(tx, remind, [{ ...work, payload, dueAt }]));
  };
  const rows = (): Promise<
    { dueAt: Temporal.Instant; claimedUntil: Temporal.Instant | null; attempts: number }[]
  > =>
    database.dataSource.query(
      `SELECT due_at AS "dueAt", claimed_until AS "claimedUntil", attempts FROM due_work WHERE kind = 'test.remind'`,
    );
  const isDone = async (): Promise<boolean> => (await rows()).length === 0;
  /** So many jobs are being worked off, and none waits to be. */
  const underWay = async (jobs: number): Promise<boolean> => {
    const { waiting, active } = (await app.get(JobQueue).counts())['due-work'] ?? {};
    return waiting === 0 && active === jobs;
  };

  it('waits until it is due by the clock, is done, and gone', async () => {
    await schedule(60);
    await tick.runOnce();
    expect(reminder.runs).toEqual([]);
    clock.advance({ seconds: 60 });
    await tick.runOnce();
    await eventually(isDone);
    const dueAt = clock.now();
    expect(reminder.runs).toEqual([{ ...work, dueAt: expect.anything(), attempt: 1 }]);
    expect(reminder.runs[0]?.dueAt.toString()).toBe(dueAt.toString());
  });

  it('is taken once by four ticks at once', async () => {
    const dueAt = clock.now();
    const works = Array.from({ length: 120 }, () => ({ ...work, subjectId: newId(), dueAt }));
    await unitOfWork.run((tx) => scheduleDueWork(tx, remind, works));
    await Promise.all([tick.runOnce(), tick.runOnce(), tick.runOnce(), tick.runOnce()]);
    await eventually(isDone);
    expect(reminder.runs.map((run) => run.subjectId).toSorted()).toEqual(works.map((one) => one.subjectId));
  });

  it('would be taken twice without the row locks (the control of the test before)', async () => {
    await schedule(0);
    const seen = await Promise.all(
      [1, 2].map(() =>
        database.dataSource.query('SELECT id FROM due_work WHERE due_at <= $1', [clock.now()]),
      ),
    );
    expect(seen[0]).toEqual(seen[1]);
  });

  it('is one row per subject: scheduling again moves it', async () => {
    await schedule(60);
    await schedule(120, { meetingId: 'the second' });
    clock.advance({ seconds: 60 });
    await tick.runOnce();
    expect(await rows()).toHaveLength(1);
    clock.advance({ seconds: 60 });
    await tick.runOnce();
    await eventually(isDone);
    expect(reminder.runs.map((run) => run.payload)).toEqual([{ meetingId: 'the second' }]);
  });

  it('is not done once it has been cancelled', async () => {
    await schedule(60);
    await unitOfWork.run((tx) => cancelDueWork(tx, remind, [work.subjectId, newId()]));
    clock.advance({ seconds: 60 });
    await tick.runOnce();
    expect(await isDone()).toBe(true);
    expect(reminder.runs).toEqual([]);
  });

  it('is put off when it fails, longer every time', async () => {
    const delays: number[] = [];
    reminder.during = () => Promise.reject(new Error('not today'));
    await schedule(0);
    for (const attempt of [1, 2, 3]) {
      await tick.runOnce();
      await eventually(
        async () => reminder.runs.length === attempt && (await rows())[0]?.claimedUntil === null,
      );
      const dueAt = (await rows())[0]?.dueAt ?? clock.now();
      delays.push(clock.now().until(dueAt).total('seconds'));
      clock.advance(clock.now().until(dueAt));
    }
    expect(delays).toEqual([10, 20, 40]);
    expect(reminder.runs.map((run) => run.attempt)).toEqual([1, 2, 3]);
  });

  it('is taken again when a claim runs out, and the late first run leaves the row to the second', async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    reminder.during = async () => gates[reminder.runs.length - 1]?.promise;
    await schedule(0);
    await tick.runOnce();
    await eventually(() => reminder.runs.length === 1);
    await tick.runOnce();
    clock.advance({ seconds: 60 });
    await tick.runOnce();
    await eventually(() => reminder.runs.length === 2);
    gates[0]?.resolve();
    await eventually(() => underWay(1));
    expect(await isDone()).toBe(false);
    gates[1]?.resolve();
    await eventually(isDone);
    expect(reminder.runs.map((run) => run.attempt)).toEqual([1, 2]);
  });

  it('is not done again by a job that comes again, twice', async () => {
    const gate = Promise.withResolvers<void>();
    reminder.during = () => gate.promise;
    await schedule(0);
    await tick.runOnce();
    await eventually(() => reminder.runs.length === 1);
    const job = definitions.jobs.get('due-work.run');
    if (job === undefined) throw new Error('the queue does not work due work off');
    const [claimed] = await database.dataSource.query<{ id: Id; claimedUntil: Temporal.Instant }[]>(
      `SELECT id, claimed_until AS "claimedUntil" FROM due_work WHERE kind = 'test.remind'`,
    );
    gate.resolve();
    await eventually(isDone);
    const again = { workIds: [claimed?.id], claim: String(claimed?.claimedUntil) };
    await app.get(JobQueue).addAll([1, 2].map(() => ({ job, payload: again })));
    await eventually(() => underWay(0));
    expect(reminder.runs).toHaveLength(1);
  });

  it('stays when its handler schedules it anew', async () => {
    reminder.during = () => schedule(3600);
    await schedule(0);
    await tick.runOnce();
    await eventually(() => reminder.runs.length === 1);
    await eventually(() => underWay(0));
    const [row] = await rows();
    expect(row?.dueAt.toString()).toBe(clock.now().add({ hours: 1 }).toString());
    expect(row?.claimedUntil).toBeNull();
  });

  it('comes back by itself when it recurs', async () => {
    const sweeper = app.get(Sweeper);
    await eventually(() => sweeper.runs === 1);
    await eventually(async () => {
      const [row] = await database.dataSource.query<{ dueAt: Temporal.Instant }[]>(
        `SELECT due_at AS "dueAt" FROM due_work WHERE kind = 'test.sweep' AND claimed_until IS NULL`,
      );
      return row?.dueAt.toString() === clock.now().add({ hours: 24 }).toString();
    });
    clock.advance({ hours: 24 });
    await tick.runOnce();
    await eventually(() => sweeper.runs === 2);
  });
});
