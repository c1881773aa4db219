import type { DataSource } from 'typeorm';
import { loadConfig, loadLauncherConfig, readOrCreateSecretKeys } from '#config';
import type { Config, Environment, LauncherConfig } from '#config';
import { createDataSource, migrate } from '#database';
import { schema } from '../../../migrations/index.js';
import { openDatabase } from './database-access.js';
import type { DatabaseAccess } from './database-access.js';

/** This installation, as a command needs it. */
export interface Instance {
  readonly config: Config;
  /** Connected and migrated. */
  readonly dataSource: DataSource;
  /** What a child process must find in its environment to work on the same installation. */
  readonly environment: Environment;
  readonly database: DatabaseAccess;
}

export interface InstanceOptions {
  readonly environment: Environment;
  readonly log: (line: string) => void;
  /** Whether an embedded server that already runs may be used. */
  readonly join: boolean;
}

/** Opens the installation for one command and closes it afterwards, whether or not it runs already. */
export async function withInstance<Result>(work: (instance: Instance) => Promise<Result>): Promise<Result> {
  const { instance, close } = await openInstance({
    environment: process.env,
    log: console.error,
    join: true,
  });
  try {
    return await work(instance);
  } finally {
    await close();
  }
}

/** Settings, database and keys, with the schema up to date. */
export async function openInstance(
  options: InstanceOptions,
): Promise<{ instance: Instance; close: () => Promise<void> }> {
  const settings = loadLauncherConfig(options.environment);
  const database = await openDatabase(settings, options.log, options);
  const dataSource = createDataSource({
    url: database.url,
    applicationName: 'jourfixe-cli',
    poolSize: 2,
    ...schema,
  });
  const close = (): Promise<void> => closeAll(dataSource, database);
  try {
    const environment = environmentOf(options.environment, settings, database);
    await dataSource.initialize();
    await migrate(dataSource, database.directUrl);
    return { instance: { config: loadConfig(environment), dataSource, environment, database }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeAll(dataSource: DataSource, database: DatabaseAccess): Promise<void> {
  try {
    if (dataSource.isInitialized) await dataSource.destroy();
  } finally {
    await database.close();
  }
}

function environmentOf(given: Environment, settings: LauncherConfig, database: DatabaseAccess): Environment {
  return {
    ...given,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    DATABASE_READ_URL: database.readUrl,
    SECRET_KEY: (settings.secretKeys ?? readOrCreateSecretKeys(settings.dataDir)).join(','),
  };
}
