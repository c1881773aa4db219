import { Injectable } from '@nestjs/common';
import { HandlesJob, defineJob, defineQueue } from '#queue';
import type { JobHandler } from '#queue';
import { startQueueApp } from '../../support/queue-app.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

const orphan = defineJob<{ id: string }>('test.orphan', { queue: defineQueue('test') });

@Injectable()
@HandlesJob(orphan)
class FirstParent implements JobHandler<{ id: string }> {
  async handle(): Promise<void> {}
}

@Injectable()
@HandlesJob(orphan)
class SecondParent implements JobHandler<{ id: string }> {
  async handle(): Promise<void> {}
}

describe('the start of a worker', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('fails when a job has no handler, and says how to mend it', async () => {
    await expect(startQueueApp({ database, providers: [] })).rejects.toThrow(
      'the job "test.orphan" has no handler: decorate one provider of a loaded module with @HandlesJob',
    );
  });

  it('fails when a job has two handlers, and names them', async () => {
    await expect(startQueueApp({ database, providers: [FirstParent, SecondParent] })).rejects.toThrow(
      'the job "test.orphan" has 2 handlers (FirstParent, SecondParent)',
    );
  });

  it('succeeds when every job has its handler', async () => {
    const app = await startQueueApp({ database, providers: [FirstParent] });
    await app.close();
  });

  it('asks for no handlers where nothing is worked off', async () => {
    const app = await startQueueApp({ database, providers: [], consume: false });
    await app.close();
  });
});
