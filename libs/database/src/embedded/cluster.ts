import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ClusterHome } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { giveFolder, initdbAccount } from './server-account.js';

/** The environment of PostgreSQL's programs: nothing of ours. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] };

const MAJOR_VERSION = '18';

/**
 * Makes the cluster if there is none, and returns its password. It is made beside its place and then renamed, so an
 * interrupted attempt leaves nothing that looks like a cluster.
 */
export function ensureCluster(home: ClusterHome, binaries: PostgresBinaries, throwAway: boolean): string {
  if (!existsSync(join(home.dataFolder, 'PG_VERSION'))) return createCluster(home, binaries, throwAway);
  const version = readFileSync(join(home.dataFolder, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedPostgresError(
      `The database in ${home.dataFolder} was made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: restore it from a backup made with the former release`,
    );
  }
  adoptRestoredData(home);
  return readClusterPassword(home.folder);
}

/** Data that root put back from a backup may belong to root, as whom the server never runs. */
function adoptRestoredData({ dataFolder, account }: ClusterHome): void {
  if (account === undefined || statSync(dataFolder).uid === account.uid) return;
  giveFolder(dataFolder, account);
  chmodSync(dataFolder, 0o700);
}

/** The password of the cluster in that folder. */
export function readClusterPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) throw new EmbeddedPostgresError(`${file} is missing: restore it from a backup`);
  return readFileSync(file, 'utf8').trim();
}

function createCluster(home: ClusterHome, { initdb }: PostgresBinaries, throwAway: boolean): string {
  const account = initdbAccount(home.account);
  const draft = join(home.folder, 'data.new');
  const passwordFile = join(home.folder, 'password.new');
  const password = randomBytes(24).toString('base64url');
  for (const leftover of [draft, passwordFile]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined)
    for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const { status, stderr, error } = spawnSync(
    initdb,
    [...initdbArguments(draft, passwordFile), ...(throwAway ? ['--no-sync'] : [])],
    {
      ...account,
      cwd: home.folder,
      env: POSTGRES_ENV,
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    throw new EmbeddedPostgresError(`PostgreSQL cannot be set up: ${lastLine(stderr) ?? error?.message}`);
  }
  if (home.account !== undefined) {
    giveFolder(draft, home.account);
    chownSync(passwordFile, 0, 0);
  }
  chmodSync(passwordFile, 0o600);
  renameSync(passwordFile, join(home.folder, 'password'));
  renameSync(draft, home.dataFolder);
  return password;
}

/** Text is compared by explicit collations; the default one is ICU's, the same on every machine. */
function initdbArguments(dataFolder: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${dataFolder}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--no-instructions',
  ];
}

function lastLine(text: string | null): string | undefined {
  return (
    text
      ?.trim()
      .split('\n')
      .findLast((line) => line.startsWith('initdb: error')) ?? text?.trim().split('\n').at(-1)
  );
}
