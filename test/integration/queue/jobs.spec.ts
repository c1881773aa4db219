import { Injectable } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { HandlesJob, JobQueue, defineJob, defineQueue, jobOf } from '#queue';
import type { JobHandler } from '#queue';
import { eventually } from '../../support/eventually.js';
import { startQueueApp } from '../../support/queue-app.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

const queue = defineQueue('test', { concurrency: 1 });
const greet = defineJob<{ name: string }>('test.greet', { queue });
const stumble = defineJob<{ times: number }>('test.stumble', { queue, attempts: 3, backoffMs: 10 });

@Injectable()
@HandlesJob(greet)
class Greeter implements JobHandler<{ name: string }> {
  readonly greeted: string[] = [];
  open = Promise.resolve();

  async handle({ name }: { name: string }): Promise<void> {
    await this.open;
    this.greeted.push(name);
  }
}

@Injectable()
@HandlesJob(stumble)
class Stumbler implements JobHandler<{ times: number }> {
  tries = 0;

  async handle({ times }: { times: number }): Promise<void> {
    this.tries += 1;
    if (this.tries <= times) throw new Error('stumbled');
  }
}

describe('JobQueue', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let jobs: JobQueue;
  let greeter: Greeter;

  beforeAll(async () => (database = await createTestDatabase()));
  beforeEach(async () => {
    app = await startQueueApp({ database, providers: [Greeter, Stumbler] });
    jobs = app.get(JobQueue);
    greeter = app.get(Greeter);
  });
  afterEach(() => app.close());
  afterAll(() => database.drop());

  it('hands a job and its payload to its handler', async () => {
    await jobs.add(greet, { name: 'Ada' });
    await eventually(() => greeter.greeted.length > 0);
    expect(greeter.greeted).toEqual(['Ada']);
  });

  it('adds many jobs in their order', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `guest ${index}`);
    await jobs.addAll(names.map((name) => jobOf(greet, { name })));
    await eventually(() => greeter.greeted.length === names.length);
    expect(greeter.greeted).toEqual(names);
  });

  it('adds a job of the same key once while it waits, and again once it is done', async () => {
    const gate = Promise.withResolvers<void>();
    greeter.open = gate.promise;
    await jobs.add(greet, { name: 'first in line' });
    await jobs.add(greet, { name: 'Ada' }, { dedupe: 'ada' });
    await jobs.addAll([jobOf(greet, { name: 'Ada' }, { dedupe: 'ada' }), jobOf(greet, { name: 'Bo' })]);
    gate.resolve();
    await eventually(() => greeter.greeted.length === 3);
    await eventually(async () => (await jobs.counts())['test']?.active === 0);
    await jobs.add(greet, { name: 'Ada' }, { dedupe: 'ada' });
    await eventually(() => greeter.greeted.length === 4);
    expect(greeter.greeted).toEqual(['first in line', 'Ada', 'Bo', 'Ada']);
  });

  it('tries a job that failed again, as often as it is defined', async () => {
    await jobs.add(stumble, { times: 2 });
    await eventually(() => app.get(Stumbler).tries === 3);
    await eventually(async () => (await jobs.counts())['test']?.active === 0);
    expect((await jobs.counts())['test']).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  it('keeps a job that failed for good', async () => {
    await jobs.add(stumble, { times: 9 });
    await eventually(async () => (await jobs.counts())['test']?.failed === 1);
    expect(app.get(Stumbler).tries).toBe(3);
  });
});
