import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { listPostgresIn } from './process-identity.js';

const POLL_MS = 50;

/** Fast shutdown, then immediate shutdown, then the end by force; with how long each may take. */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 5_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
] as const;

/**
 * Stops a server that outlived the process that started it, and the backends that outlived such a server; then removes
 * its postmaster.pid, which could otherwise keep a new server from starting if its number was given to somebody else.
 * The caller holds the folder's lock.
 */
export async function stopOrphans(dataFolder: string, log: (line: string) => void): Promise<void> {
  const postmaster = readPostmaster(dataFolder)?.pid;
  const orphans = (): readonly number[] => listPostgresIn(dataFolder, postmaster);
  if (orphans().length > 0) log('Stopping a database server that was left over …');
  for (const { signal, patienceMs } of STEPS) {
    for (const pid of addressees(orphans(), postmaster)) kill(pid, signal);
    if (await isGone(orphans, patienceMs)) {
      rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
      return;
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL still runs on ${dataFolder} (process ${orphans()[0]}): stop it first`,
  );
}

/** What postmaster.pid tells about the server: its process and port (src/include/utils/pidfile.h). */
export function readPostmaster(dataFolder: string): { pid: number; port: number } | undefined {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 ? { pid, port } : undefined;
}

/** The postmaster stops its backends itself; without one they are addressed. */
function addressees(orphans: readonly number[], postmaster: number | undefined): readonly number[] {
  return postmaster !== undefined && orphans.includes(postmaster) ? [postmaster] : orphans;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(orphans: () => readonly number[], patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited <= patienceMs; waited += POLL_MS) {
    if (orphans().length === 0) return true;
    await sleep(POLL_MS);
  }
  return false;
}
