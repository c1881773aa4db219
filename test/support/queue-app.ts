import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { INestApplicationContext, Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '#database';
import { Clock, SystemClock } from '#kernel';
import { QueueModule, definitions } from '#queue';
import type { Definitions } from '#queue';
import type { TestDatabase } from './test-database.js';
import { queueSettings } from './test-worker.js';

export interface QueueAppOptions {
  readonly database: TestDatabase;
  readonly providers: Provider[];
  readonly consume?: boolean;
  readonly clock?: Clock;
  /** The same for apps that share their jobs, on Redis. */
  readonly prefix?: string;
  readonly shutdownSeconds?: number;
}

/** An application of nothing but the queue; its jobs lie on Redis if TEST_REDIS_URL is set. */
export async function startQueueApp(options: QueueAppOptions): Promise<INestApplicationContext> {
  const { database, providers, consume = true, clock = new SystemClock(), shutdownSeconds = 5 } = options;
  const { REDIS_URL: redisUrl } = queueSettings();
  const redis = redisUrl && { redisUrl, redisPrefix: options.prefix ?? `{test-${randomUUID()}}` };

  @Module({
    imports: [
      DatabaseModule.forRoot(database.dataSource),
      QueueModule.forRoot({
        directUrl: database.url,
        consume,
        shutdownSeconds,
        definitions: ownDefinitions(),
        ...redis,
      }),
      {
        module: class ClockModule {},
        global: true,
        providers: [{ provide: Clock, useValue: clock }],
        exports: [Clock],
      },
    ],
    providers,
  })
  class QueueApp {}

  return NestFactory.createApplicationContext(QueueApp, { logger: false, abortOnError: false });
}

/** Those of the test and of the queue itself: the schema of the test's database loads every lib with all of theirs. */
function ownDefinitions(): Definitions {
  const { queues, jobs, dueWork } = definitions;
  return { queues: own(queues), jobs: own(jobs), dueWork: own(dueWork) };
}

function own<Definition>(all: ReadonlyMap<string, Definition>): ReadonlyMap<string, Definition> {
  return new Map([...all].filter(([name]) => /^(test|due-work|database)\b/.test(name)));
}

/** Takes away every job on PostgreSQL; on Redis an app of another prefix knows none of them anyway. */
export async function loseJobs(database: TestDatabase): Promise<void> {
  await database.dataSource.query(`
    DO $$ BEGIN IF to_regclass('bullmq.job') IS NOT NULL THEN DELETE FROM bullmq.job; END IF; END $$`);
}
