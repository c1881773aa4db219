import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { ClusterHome } from './cluster-home.js';
import { POSTGRES_ENV } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/** A running server process. */
export interface PostgresServer {
  readonly port: number;
  /** Resolves when the process ends, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: cuts connections, writes everything. May be called twice. */
  stop(): Promise<void>;
  /** Immediate shutdown; the next start recovers. */
  kill(): void;
}

export interface ServerOptions {
  readonly home: ClusterHome;
  readonly binaries: PostgresBinaries;
  readonly password: string;
  /** A database that may be lost at a power cut, for tests. */
  readonly throwAway: boolean;
}

const START_ATTEMPTS = 5;
const POLL_MS = 25;
const LOG_LIMIT_BYTES = 10_000_000;
const PATIENCE_FOR_FAST_STOP_MS = 30_000;
const WRONG_PASSWORD = '28P01';
const COMPLAINT = /FATAL|PANIC|could not|invalid|error/i;
const LOG_PREFIX = /^\S+ \S+ UTC \[\d+\] (?:LOG|FATAL|PANIC): +/;
const PORT_TAKEN = /could not bind|Address already in use/;
const FORMER_BACKENDS_LEFT = /pre-existing shared memory block/;

/** Starts the server on a free port of 127.0.0.1 and returns when it answers; recovery may take its time. */
export async function startServer(options: ServerOptions): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const logStart = openLog(options.home);
    const server = launch(options, port);
    if (await answers(server, options.password)) return server;
    const complaint = readComplaint(options.home, logStart);
    if (attempt === START_ATTEMPTS || !(PORT_TAKEN.test(complaint) || FORMER_BACKENDS_LEFT.test(complaint))) {
      throw new EmbeddedPostgresError(`PostgreSQL does not start: ${complaint} (${logFile(options.home)})`);
    }
    await sleep(attempt * 200);
  }
}

/**
 * The server gets a session of its own, so that Ctrl-C in the terminal does not reach it before its clients have
 * finished, and a log file instead of a pipe, so that it can go on alone if we are killed.
 */
function launch({ home, binaries, throwAway }: ServerOptions, port: number): PostgresServer {
  const log = openSync(logFile(home), 'a', 0o600);
  const child = spawn(binaries.postgres, serverArguments(home.dataFolder, port, throwAway), {
    ...home.account,
    cwd: home.folder,
    env: POSTGRES_ENV,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { port, ended, stop: () => stop(child, ended), kill: () => void child.kill('SIGQUIT') };
}

function serverArguments(dataFolder: string, port: number, throwAway: boolean): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The default is for disks that turn: small tables would be read whole for a few rows that have an index.
    random_page_cost: '1.1',
    ...(throwAway && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataFolder, '-p', String(port), ...flags];
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_FOR_FAST_STOP_MS);
  await ended;
  clearTimeout(impatience);
}

/** Whether the server came to answer before it ended. */
async function answers(server: PostgresServer, password: string): Promise<boolean> {
  const end = new AbortController();
  void server.ended.then(() => end.abort());
  while (!end.signal.aborted) {
    if (await tryConnection(server, password)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function tryConnection(server: PostgresServer, password: string): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password,
    database: 'postgres',
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return false;
    await server.stop();
    throw new EmbeddedPostgresError(
      'The password file does not belong to the database: restore both from one backup',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}

function openLog(home: ClusterHome): number {
  const file = logFile(home);
  if (!existsSync(file)) return 0;
  if (statSync(file).size > LOG_LIMIT_BYTES) truncateSync(file);
  return statSync(file).size;
}

function readComplaint(home: ClusterHome, logStart: number): string {
  const lines = readFileSync(logFile(home)).subarray(logStart).toString().trim().split('\n');
  const complaints = lines.filter((line) => COMPLAINT.test(line)).map((line) => line.replace(LOG_PREFIX, ''));
  return complaints.slice(0, 2).join('; ') || (lines.at(-1) ?? '');
}

const logFile = (home: ClusterHome): string => join(home.folder, 'postgres.log');
