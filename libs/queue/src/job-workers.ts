import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { HandlerRegistry } from './handler-registry.js';
import { JobStore } from './job-store.js';
import type { Consumer } from './job-store.js';
import { settledWithin } from './patience.js';
import { QUEUE_SETTINGS } from './queue-options.js';
import type { QueueSettings } from './queue-options.js';

const DISCONNECT_SECONDS = 1;

/** Works the queues off, from the start of the application to its end. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorkers.name);
  private readonly consumers: Consumer[] = [];

  constructor(
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    private readonly registry: HandlerRegistry,
    private readonly store: JobStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.consume) return;
    const { jobs } = this.registry.handlers;
    for (const queue of this.settings.definitions.queues.values()) {
      const consumer = await this.store.openConsumer(queue, async ({ name, data }) => {
        const handler = jobs.get(name);
        if (handler === undefined) throw new Error(`no handler for the job "${name}" in this version`);
        await handler.handle(data);
      });
      this.consumers.push(consumer);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { shutdownSeconds } = this.settings;
    const closing = this.consumers.map((consumer) => consumer.close());
    if (await settledWithin(shutdownSeconds, closing)) return;
    this.logger.warn(`jobs still run after ${shutdownSeconds} s; they will be run again`);
    await settledWithin(
      DISCONNECT_SECONDS,
      this.consumers.map((consumer) => consumer.disconnect()),
    );
  }
}
