import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule, createDataSource } from '#database';
import { Clock, SystemClock } from '#kernel';
import { HandlesDueWork, QueueModule, defineDueWork, queueEntities } from '#queue';

/**
 * A worker process of its own, to be killed or stopped: notes every piece of due work that it does in the table `done`.
 * With `slow` a piece takes longer than a worker that is told to stop waits for it; with a number, each piece that it
 * begins after so many never ends.
 */
const note = defineDueWork('test.note', { rowsPerJob: 5 });
const [url, redisPrefix, manner] = process.argv.slice(2);
const SHUTDOWN_SECONDS = 0.5;
const redisUrl = process.env.TEST_REDIS_URL;
const dataSource = await createDataSource({ url, entities: queueEntities }).initialize();

let begun = 0;
class Noter {
  async handle({ subjectId }) {
    begun += 1;
    await dataSource.query('INSERT INTO done (subject_id) VALUES ($1)', [subjectId]);
    if (begun > Number(manner)) await new Promise(() => undefined);
    if (manner === 'slow') await sleep(3000);
  }
}
HandlesDueWork(note)(Noter);

class WorkerModule {}
Module({
  imports: [
    DatabaseModule.forRoot(dataSource),
    QueueModule.forRoot({
      directUrl: url,
      consume: true,
      shutdownSeconds: SHUTDOWN_SECONDS,
      ...(redisUrl && { redisUrl, redisPrefix }),
    }),
    {
      module: class ClockModule {},
      global: true,
      providers: [{ provide: Clock, useValue: new SystemClock() }],
      exports: [Clock],
    },
  ],
  providers: [{ provide: Noter, useValue: new Noter() }],
})(WorkerModule);

const worker = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'] });
process.once('SIGTERM', async () => {
  await worker.close();
  await dataSource.destroy();
});
