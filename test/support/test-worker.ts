import { loadConfig } from '#config';
import type { Environment } from '#config';
import type { Clock } from '#kernel';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { testSettings } from './test-api.js';
import { anotherSource } from './test-database.js';
import type { TestDatabase } from './test-database.js';

export interface TestWorker {
  close(): Promise<void>;
}

interface TestWorkerOptions {
  readonly database: TestDatabase;
  readonly clock: Clock;
  readonly settings?: Environment;
}

/**
 * The whole worker as production builds it, in this process, with connections of its own. Its jobs lie on Redis if
 * TEST_REDIS_URL is set.
 */
export async function startTestWorker({
  database,
  clock,
  settings = {},
}: TestWorkerOptions): Promise<TestWorker> {
  const dataSource = await anotherSource(database);
  const config = loadConfig({ ...testSettings, DATABASE_URL: database.url, ...queueSettings(), ...settings });
  const worker = await createWorker({ config, dataSource, clock });
  return {
    close: async () => {
      await worker.close();
      await dataSource.destroy();
    },
  };
}

/** Where jobs lie: every jest worker has a Redis database of its own, since it runs one file at a time. */
export function queueSettings(): Environment {
  const url = process.env['TEST_REDIS_URL'];
  if (url === undefined || url === '') return {};
  const own = new URL(url);
  own.pathname = `/${process.env['JEST_WORKER_ID'] ?? '0'}`;
  return { REDIS_URL: own.href };
}
