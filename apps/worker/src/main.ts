import 'reflect-metadata';
import { ConfigError, loadConfig } from '#config';
import type { Config } from '#config';
import { createDataSource, migrate } from '#database';
import { schema } from '../../../migrations/index.js';
import { createWorker } from './create-worker.js';

/** Migrates, works until the process is told to stop, and finishes what is under way. */
async function main(config: Config): Promise<void> {
  const dataSource = createDataSource({
    url: config.databaseUrl,
    applicationName: 'jourfixe-worker',
    ...schema,
  });
  await dataSource.initialize();
  await migrate(dataSource, config.databaseDirectUrl);
  const worker = await createWorker({ config, dataSource });
  const stop = async (): Promise<void> => {
    await worker.close();
    await dataSource.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

try {
  await main(loadConfig(process.env));
} catch (error) {
  const reason = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`jourfixe worker: ${String(reason)}\n`);
  process.exit(1);
}
