import { Client } from 'pg';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '#database';
import type { LauncherConfig } from '#config';
import { CommandError } from './command.error.js';

/** The database of this installation, for as long as the command works. */
export interface DatabaseAccess {
  readonly url: string;
  readonly directUrl: string;
  readonly readUrl: string;
  /** Resolves when a server that we started ends; never for another one. */
  readonly ended: Promise<void>;
  /** Stops a server that we started. */
  close(): Promise<void>;
  /** Ends it at once, for who cannot wait; the next start recovers. */
  kill(): void;
}

const OLDEST_VERSION = 15;

/**
 * Starts the embedded server, or checks that the one DATABASE_URL names can be used. With `join`, an embedded server
 * that already runs on the data folder is used too; otherwise that is an error.
 */
export async function openDatabase(
  config: LauncherConfig,
  log: (line: string) => void,
  options: { readonly join: boolean },
): Promise<DatabaseAccess> {
  const url = config.databaseUrl ?? (options.join ? findEmbeddedPostgres(config.dataDir) : undefined);
  if (url === undefined) return startOwn(config, log);
  const access = {
    url,
    directUrl: config.databaseDirectUrl ?? url,
    readUrl: config.databaseReadUrl ?? url,
    ended: new Promise<void>(() => undefined),
    close: () => Promise.resolve(),
    kill: () => undefined,
  };
  await checkServer(access.directUrl);
  return access;
}

async function startOwn(config: LauncherConfig, log: (line: string) => void): Promise<DatabaseAccess> {
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  const { url, ended } = server;
  return { url, directUrl: url, readUrl: url, ended, close: () => server.stop(), kill: () => server.kill() };
}

async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < OLDEST_VERSION) {
      throw new CommandError(
        `DATABASE_URL leads to PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed`,
      );
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`DATABASE_URL leads to ${new URL(url).host}, which refuses: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A name with several addresses fails with one error for each, and an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
