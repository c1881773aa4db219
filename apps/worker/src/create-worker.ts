import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { createPino, NestLogger } from '#config';
import type { Config } from '#config';
import { StandardOutput, SystemClock } from '#kernel';
import type { Clock } from '#kernel';
import { WorkerModule } from './worker.module.js';

export interface WorkerOptions {
  readonly config: Config;
  /** Connected, with its migrations run. */
  readonly dataSource: DataSource;
  readonly clock?: Clock;
}

/**
 * Builds the worker and starts its relays, its tick and its queue processors. Production and tests use this one
 * function. Closing it lets jobs that are under way finish; the data source stays the caller's.
 */
export async function createWorker(options: WorkerOptions): Promise<INestApplicationContext> {
  const { config, dataSource, clock = new SystemClock() } = options;
  const surroundings = { config, clock, terminal: new StandardOutput() };
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(surroundings, dataSource), {
    logger: new NestLogger(createPino(config.logLevel)),
    abortOnError: false,
  });
  return context.init();
}
