import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const INTERRUPTED = 130;
/** Twice what the whole run takes. */
const ROOM_BYTES = 4 * 1024 ** 3;

/**
 * Starts the one PostgreSQL server of a test run, or takes the one that TEST_DATABASE_URL names (any user who may
 * create databases). Builds the server's code, which child processes run and this file uses: Jest loads it without its
 * own transformation.
 */
export default async function globalSetup(): Promise<void> {
  process.env['TEST_RUN'] = randomBytes(4).toString('hex');
  buildServer();
  const external = process.env['TEST_DATABASE_URL'];
  if (external === undefined || external === '') return startServer();
  process.env['TEST_ADMIN_URL'] = external;
  process.env['TEST_OWNER_URL'] = external;
}

function buildServer(): void {
  const script = join(import.meta.dirname, '../../scripts/build.mjs');
  execFileSync(process.execPath, [script, '--server'], { stdio: 'inherit' });
}

async function startServer(): Promise<void> {
  const { createThrowAwayFolder, removeThrowAwayFolder, startEmbeddedPostgres } = await import('#database');
  const dataDir = await createThrowAwayFolder('test', folderInMemory());
  const server = await startEmbeddedPostgres({ dataDir, throwAway: true });
  process.env['TEST_ADMIN_URL'] = server.adminUrl;
  process.env['TEST_OWNER_URL'] = server.url;
  globalThis.stopTestServer = async () => {
    await server.stop();
    await removeThrowAwayFolder(dataDir);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void globalThis.stopTestServer?.().finally(() => process.exit(INTERRUPTED)));
  }
}

/** A database is some hundred files: where a disk is busy, making one takes ten times as long. */
function folderInMemory(): string | undefined {
  const folder = process.env['TEST_MEMORY_DIR'] ?? '/dev/shm';
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, process.availableMemory()) < ROOM_BYTES ? undefined : folder;
}
