import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Pool } from 'pg';
import { CalmClient } from '#database';
import type { QueueDefinition } from './definitions.js';
import { JobStore } from './job-store.js';
import type { Consumer, ProcessJob, Producer } from './job-store.js';
import { onceReady } from './once-ready.js';
import { StoreLog } from './store-log.js';
import { EVENTS_KEPT, TAKE_OVER } from './worker-settings.js';

const bull = withBackend(createPostgresBackend);
const SCHEMA = 'bullmq';
const PRODUCER_CONNECTIONS = 2;

/**
 * Lets go of its jobs when it disconnects. Of itself BullMQ (6.7) then waits for good for what a job's end was to be
 * written down by, and its timer that renews locks goes on: the process would never exit.
 */
class PostgresWorker extends bull.Worker<object, void> {
  override async disconnect(): Promise<void> {
    await this.pause(true);
    await this.lockManager.close();
    await super.disconnect();
  }
}

/** Keeps jobs in a schema of their own in PostgreSQL, over one pool that all queues share. */
export class PostgresJobStore extends JobStore {
  private readonly log = new StoreLog(PostgresJobStore.name);

  private constructor(private readonly pool: Pool) {
    super();
    // Every queue and worker listens to the pool's errors.
    pool.setMaxListeners(0);
    pool.on('error', (error) => this.log.warn(error));
  }

  /**
   * Connects and brings the schema up to date, under BullMQ's own advisory lock. A worker holds a connection to
   * listen, and every running job may need one; more make it slower.
   */
  static async open(url: string, consumed: readonly QueueDefinition[]): Promise<PostgresJobStore> {
    const max = consumed.reduce((sum, queue) => sum + 1 + queue.concurrency, PRODUCER_CONNECTIONS);
    const pool = new Pool({
      Client: CalmClient,
      connectionString: url,
      max,
      keepAlive: true,
      allowExitOnIdle: true,
      application_name: 'jourfixe-queue',
      options: `-c search_path=${SCHEMA}`,
    });
    const store = new PostgresJobStore(pool);
    const client = await pool.connect();
    try {
      await runMigrations(client, SCHEMA);
    } finally {
      client.release();
    }
    return store;
  }

  openProducer(queue: QueueDefinition): Promise<Producer> {
    return onceReady(() => {
      const producer = new bull.Queue<object, void>(queue.name, { connection: this.pool, ...EVENTS_KEPT });
      return producer.on('error', (error) => this.log.warn(error));
    });
  }

  openConsumer(queue: QueueDefinition, process: ProcessJob): Promise<Consumer> {
    const options = { connection: this.pool, concurrency: queue.concurrency, ...TAKE_OVER };
    return onceReady(() => {
      const consumer = new PostgresWorker(queue.name, process, options);
      return consumer.on('error', (error) => this.log.warn(error));
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
