import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { QueueDefinition } from './definitions.js';
import { JobStore } from './job-store.js';
import type { Consumer, ProcessJob, Producer } from './job-store.js';
import { onceReady } from './once-ready.js';
import { StoreLog } from './store-log.js';
import { EVENTS_KEPT, TAKE_OVER } from './worker-settings.js';

const bull = withBackend(createRedisBackend);

/** Lets go of its jobs when it disconnects, as `PostgresWorker` does. */
class RedisWorker extends bull.Worker<object, void> {
  override async disconnect(): Promise<void> {
    await this.pause(true);
    await this.lockManager.close();
    await super.disconnect();
  }
}

/** Keeps jobs on Redis or Valkey, over one connection that all queues share and one more per worker. */
export class RedisJobStore extends JobStore {
  private readonly log = new StoreLog(RedisJobStore.name);
  private readonly connection: CountedRedis;

  constructor(
    url: string,
    private readonly prefix = '{jourfixe}',
  ) {
    super();
    this.connection = new CountedRedis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    this.connection.on('error', (error) => this.log.warn(error));
  }

  openProducer(queue: QueueDefinition): Promise<Producer> {
    const { connection, prefix } = this;
    return onceReady(() => {
      const producer = new bull.Queue<object, void>(queue.name, { connection, prefix, ...EVENTS_KEPT });
      return producer.on('error', (error) => this.log.warn(error));
    });
  }

  openConsumer(queue: QueueDefinition, process: ProcessJob): Promise<Consumer> {
    const { connection, prefix } = this;
    const options = { connection, prefix, concurrency: queue.concurrency, ...TAKE_OVER };
    return onceReady(() => {
      const consumer = new RedisWorker(queue.name, process, options);
      return consumer.on('error', (error) => this.log.warn(error));
    });
  }

  async close(): Promise<void> {
    for (const connection of [this.connection, ...this.connection.copies]) giveUp(connection);
  }
}

/** Remembers the connections that BullMQ makes from it: it cannot close them while the server is away. */
class CountedRedis extends Redis {
  readonly copies: Redis[] = [];

  override duplicate(options?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(options);
    this.copies.push(copy);
    return copy;
  }
}

/** Ends the connection and fails what waits for it; ioredis forgets those who wait while it pauses between two tries. */
function giveUp(connection: Redis): void {
  if (connection.status === 'reconnecting') connection.connect().catch(() => undefined);
  connection.disconnect();
}
