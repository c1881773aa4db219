import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const INTERRUPTED = 130;

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
  const dataDir = await createThrowAwayFolder('test');
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
