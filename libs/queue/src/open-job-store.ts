import type { JobStore } from './job-store.js';
import { PostgresJobStore } from './postgres-job-store.js';
import type { QueueSettings } from './queue-options.js';
import { RedisJobStore } from './redis-job-store.js';

/** The store that the settings ask for, ready to be used; on PostgreSQL its schema is brought up to date. */
export async function openJobStore(settings: QueueSettings): Promise<JobStore> {
  if (settings.redisUrl !== undefined) return new RedisJobStore(settings.redisUrl, settings.redisPrefix);
  const queues = [...settings.definitions.queues.values()];
  return PostgresJobStore.open(settings.directUrl, settings.consume ? queues : []);
}
