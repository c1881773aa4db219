import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SHARED_FOLDER } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { Account } from './server-account.js';

/** Absolute paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the npm package for this platform; if the account cannot run them there, a copy made once per
 * version in /var/lib/jourfixe. May run in several processes at once.
 */
export function findPostgresBinaries(account: Account | undefined): PostgresBinaries {
  const packaged = findPackage();
  if (account === undefined || canRun(packaged.native, account)) return programsIn(packaged.native);
  const copy = join(SHARED_FOLDER, `postgresql-${packaged.version}-${process.arch}`);
  if (!existsSync(copy)) copyBinaries(packaged.native, copy);
  if (!canRun(copy, account)) {
    throw new EmbeddedPostgresError(`PostgreSQL in ${copy} cannot be run as user ${account.uid}`);
  }
  return programsIn(copy);
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL is not installed for ${process.platform} on ${process.arch} (${name}): run \`npm ci\` with optional packages, or set DATABASE_URL`,
      { cause: error },
    );
  }
}

function programsIn(native: string): PostgresBinaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

function canRun(native: string, account: Account): boolean {
  const { postgres } = programsIn(native);
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function copyBinaries(native: string, target: string): void {
  const draft = `${target}.${process.pid}`;
  mkdirSync(SHARED_FOLDER, { recursive: true });
  chmodSync(SHARED_FOLDER, 0o711);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  letEverybodyRead(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letEverybodyRead(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
