import { Logger } from '@nestjs/common';
import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueDefinition } from './definitions.js';
import { JobStore } from './job-store.js';
import type { Consumer, ProcessJob, Producer } from './job-store.js';
import { EVENTS_KEPT, TAKE_OVER } from './worker-settings.js';

const bull = withBackend(createRedisBackend);

/** Keeps jobs on Redis or Valkey, over one connection that all queues share and one more per worker. */
export class RedisJobStore extends JobStore {
  private readonly logger = new Logger(RedisJobStore.name);
  private readonly connection: Redis;

  constructor(
    url: string,
    private readonly prefix = '{jourfixe}',
  ) {
    super();
    this.connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    this.connection.on('error', (error) => this.logger.warn(`redis: ${error.message}`));
  }

  openProducer(queue: QueueDefinition): Producer {
    const { connection, prefix } = this;
    const producer = new bull.Queue<object, void>(queue.name, { connection, prefix, ...EVENTS_KEPT });
    producer.on('error', (error) => this.warn(queue, error));
    return producer;
  }

  openConsumer(queue: QueueDefinition, process: ProcessJob): Consumer {
    const { connection, prefix } = this;
    const options = { connection, prefix, concurrency: queue.concurrency, ...TAKE_OVER };
    const consumer = new bull.Worker<object, void>(queue.name, process, options);
    consumer.on('error', (error) => this.warn(queue, error));
    return consumer;
  }

  async close(): Promise<void> {
    if (this.connection.status === 'ready') await this.connection.quit();
    else this.connection.disconnect();
  }

  private warn(queue: QueueDefinition, error: Error): void {
    this.logger.warn(`queue ${queue.name}: ${error.message}`);
  }
}
