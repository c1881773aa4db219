import { definitions } from './definitions.js';
import type { JobStore } from './job-store.js';
import { PostgresJobStore } from './postgres-job-store.js';
import type { QueueOptions } from './queue-options.js';
import { RedisJobStore } from './redis-job-store.js';

/** The store that the options ask for, ready to be used; on PostgreSQL its schema is brought up to date. */
export async function openJobStore(options: QueueOptions): Promise<JobStore> {
  if (options.redisUrl !== undefined) return new RedisJobStore(options.redisUrl, options.redisPrefix);
  const queues = [...definitions.queues.values()];
  return PostgresJobStore.open(options.directUrl, options.consume ? queues : []);
}
