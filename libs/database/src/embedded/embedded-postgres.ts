import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { ensureCluster, readClusterPassword } from './cluster.js';
import { findClusterFolder, openClusterHome } from './cluster-home.js';
import type { ClusterHome } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { findLockHolder, takeFolderLock } from './folder-lock.js';
import type { FolderLock } from './folder-lock.js';
import { readPostmaster, stopOrphans } from './orphaned-server.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { startServer } from './postgres-server.js';

export interface EmbeddedPostgresOptions {
  /** Made if missing; the cluster is `postgres` in it. */
  readonly dataDir: string;
  /** One line for the operator at a time. */
  readonly log?: (line: string) => void;
  /** A database that may be lost at a power cut, for tests. */
  readonly throwAway?: boolean;
}

/** A PostgreSQL server of our own, on 127.0.0.1 with a password. */
export interface EmbeddedPostgres {
  /** The product's database, as its owner. */
  readonly url: string;
  /** The database `postgres`, as superuser. */
  readonly adminUrl: string;
  /** Resolves when the server ends, for whatever reason. */
  readonly ended: Promise<void>;
  /** Stops the server (fast shutdown) and gives the data folder free. May be called twice. */
  stop(): Promise<void>;
  /** Immediate shutdown without waiting for it; the next start recovers. */
  kill(): void;
}

interface LockedStart {
  readonly home: ClusterHome;
  readonly lock: FolderLock;
  readonly log: (line: string) => void;
  readonly throwAway: boolean;
}

const NAME = 'jourfixe';

/**
 * Starts PostgreSQL on a data folder, making the cluster if there is none. Holds the folder's lock until `stop`: a
 * second caller, in whatever process, gets an EmbeddedPostgresError. What a killed predecessor left behind (lock,
 * server, postmaster.pid, half a cluster) is cleared away first.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log = () => undefined, throwAway = false } = options;
  try {
    const home = openClusterHome(dataDir, log);
    const lock = takeLock(home.folder, dataDir);
    try {
      return await startLocked({ home, lock, log, throwAway });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw forOperator(error, dataDir);
  }
}

async function startLocked({ home, lock, log, throwAway }: LockedStart): Promise<EmbeddedPostgres> {
  await stopOrphans(home.dataFolder, log);
  const binaries = findPostgresBinaries(home.account);
  const password = ensureCluster(home, binaries, throwAway);
  const server = await startServer({ home, binaries, password, throwAway });
  const adminUrl = urlOf('postgres', server.port, password);
  try {
    await ensureDatabase(adminUrl, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await server.stop();
    lock.release();
  };
  return { url: urlOf(NAME, server.port, password), adminUrl, ended: server.ended, stop, kill: server.kill };
}

/** The address of the database that another process runs on the data folder at this moment. */
export function findEmbeddedPostgres(dataDir: string): string | undefined {
  try {
    const folder = findClusterFolder(dataDir);
    if (folder === undefined || findLockHolder(folder) === undefined) return undefined;
    const server = readPostmaster(join(folder, 'data'));
    return server === undefined ? undefined : urlOf(NAME, server.port, readClusterPassword(folder));
  } catch (error) {
    throw forOperator(error, dataDir);
  }
}

function takeLock(folder: string, dataDir: string): FolderLock {
  const lock = takeFolderLock(folder);
  if ('release' in lock) return lock;
  throw new EmbeddedPostgresError(
    `Jourfixe already runs on ${dataDir} (process ${lock.heldBy}): stop it first, or set DATA_DIR to another folder`,
  );
}

/** The product works as owner of its database, not as superuser. */
async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const name = escapeIdentifier(NAME);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [NAME]);
    if (roles.rowCount === 0)
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  } finally {
    await client.end();
  }
}

function urlOf(name: string, port: number, password: string): string {
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
}

/** What the operating system refused (no permission, no space, a read-only disk) becomes one line. */
function forOperator(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) return error;
  return new EmbeddedPostgresError(`DATA_DIR ${dataDir} cannot be used: ${error.message}`, { cause: error });
}
