import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { serverAccount } from './server-account.js';
import type { Account } from './server-account.js';

/** Where a cluster lives and whom it runs as. */
export interface ClusterHome {
  /** Absolute, without links: holds the cluster's `data`, its lock, password and log. */
  readonly folder: string;
  readonly dataFolder: string;
  /** undefined: as ourselves. */
  readonly account: Account | undefined;
}

/** Where root keeps what PostgreSQL must reach and cannot below the project or data folder. */
export const SHARED_FOLDER = '/var/lib/jourfixe';

/**
 * The cluster of a data folder, made if missing: `postgres` in that folder. When root starts us and the server's user
 * cannot enter the data folder (below /root, say), `postgres` is a link into /var/lib/jourfixe, so that the data
 * folder stays the one place to know: it may be moved, and without it a start begins afresh.
 */
export function openClusterHome(dataDir: string, log: (line: string) => void): ClusterHome {
  const link = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) createHome(realpathSync(dataDir), link, log);
  return checkedHome(link, dataDir);
}

/** The cluster of a data folder if there is one. */
export function findClusterFolder(dataDir: string): string | undefined {
  const link = join(dataDir, 'postgres');
  return existsSync(link) ? realpathSync(link) : undefined;
}

/** Whether a program of that account may enter the folder; asked by trying, which knows about ACLs too. */
export function canEnter(folder: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}

function createHome(dataDir: string, link: string, log: (line: string) => void): void {
  const account = serverAccount(join(link, 'data'));
  if (account === undefined || canEnter(dataDir, account)) {
    mkdirSync(link);
    chmodSync(link, account === undefined ? 0o700 : 0o711);
    return;
  }
  const folder = join(SHARED_FOLDER, randomBytes(6).toString('hex'));
  for (const earlier of listEarlierHomes(dataDir)) {
    log(`An earlier database of ${dataDir} still lies in ${earlier}; delete it if nobody needs it.`);
  }
  mkdirSync(folder, { recursive: true });
  chmodSync(SHARED_FOLDER, 0o711);
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'origin'), dataDir, { mode: 0o600 });
  symlinkSync(folder, link);
}

function listEarlierHomes(dataDir: string): readonly string[] {
  if (!existsSync(SHARED_FOLDER)) return [];
  return readdirSync(SHARED_FOLDER)
    .map((name) => join(SHARED_FOLDER, name))
    .filter((folder) => readOrigin(folder) === dataDir);
}

function readOrigin(folder: string): string | undefined {
  const file = join(folder, 'origin');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function checkedHome(link: string, dataDir: string): ClusterHome {
  if (!existsSync(link)) {
    throw new EmbeddedPostgresError(
      `The database of ${dataDir} is gone: ${link} points to ${readlinkSync(link)}. Restore that folder, or delete ${link} to begin afresh.`,
    );
  }
  const folder = realpathSync(link);
  const dataFolder = join(folder, 'data');
  const account = serverAccount(dataFolder);
  if (account !== undefined && !canEnter(folder, account)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL runs as user ${account.uid} and cannot enter ${folder}: let other users pass (chmod o+x) on the way there`,
    );
  }
  if (readOrigin(folder) !== undefined)
    writeFileSync(join(folder, 'origin'), realpathSync(dataDir), { mode: 0o600 });
  return { folder, dataFolder, account };
}
