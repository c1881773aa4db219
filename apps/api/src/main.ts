import 'reflect-metadata';
import { ConfigError, loadConfig } from '#config';
import type { Config } from '#config';
import { createDataSource, migrate } from '#database';
import { schema } from '../../../migrations/index.js';
import { createApi } from './create-api.js';

/** Migrates, serves until the process is told to stop, and lets requests that are under way finish. */
async function main(config: Config): Promise<void> {
  const dataSource = createDataSource({
    url: config.databaseUrl,
    applicationName: 'jourfixe-api',
    ...schema,
  });
  await dataSource.initialize();
  await migrate(dataSource, config.databaseDirectUrl);
  const api = await createApi({ config, dataSource });
  const stop = async (): Promise<void> => {
    await api.close();
    await dataSource.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  await api.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
}

/** One line for whoever starts it; a stack only where the reason is not known. */
function lineOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `${error.message.replace(/^listen EADDRINUSE: /, '')}; set PORT to another one`;
  return error.stack ?? error.message;
}

try {
  await main(loadConfig(process.env));
} catch (error) {
  process.stderr.write(`jourfixe api: ${lineOf(error)}\n`);
  process.exit(1);
}
