import { fileURLToPath } from 'node:url';
import type { Environment } from '#config';
import { CommandError } from './command.error.js';
import { openInstance } from './instance.js';
import type { Instance } from './instance.js';
import { checkPort } from './supervision/port.js';
import { waitUntilReady } from './supervision/readiness.js';
import { StopRequest } from './supervision/stop-request.js';
import { SupervisedProcess } from './supervision/supervised-process.js';

export interface RunOptions {
  readonly environment: Environment;
  /** Before api and worker begin. */
  readonly prepare?: (instance: Instance) => Promise<void>;
  /** Once everything answers. */
  readonly announce: (instance: Instance) => Promise<void>;
}

const PROCESSES = ['api', 'worker'] as const;

/** Runs database, api and worker until somebody asks to stop; returns when all of them have ended. */
export async function runInstance({ environment, prepare, announce }: RunOptions): Promise<void> {
  const stop = new StopRequest();
  const { instance, close } = await openInstance({ environment, log: console.log, join: false });
  stop.onForce(() => instance.database.kill());
  try {
    await checkPort(instance.config.port, instance.config.host);
    await prepare?.(instance);
    if (!stop.isAsked) await supervise(instance, stop, announce);
  } finally {
    await close();
  }
}

async function supervise(
  instance: Instance,
  stop: StopRequest,
  announce: RunOptions['announce'],
): Promise<void> {
  const processes = PROCESSES.map((name) => superviseProcess(name, instance.environment));
  stop.onForce(() => processes.forEach((process) => process.kill()));
  const over = new AbortController();
  for (const process of processes) process.start();
  try {
    await Promise.race([
      stop.asked.then(() => console.log('Stopping …')),
      failureOf(announceWhenReady(instance, over.signal, announce)),
      failure(
        instance.database.ended,
        'The database server ended by itself; see postgres/postgres.log in DATA_DIR',
      ),
      ...processes.map(({ gaveUp }) => failure(gaveUp, 'Stopped, because a part does not start; see above')),
    ]);
  } finally {
    over.abort();
    await Promise.all(processes.map((process) => process.stop()));
  }
}

async function announceWhenReady(
  instance: Instance,
  signal: AbortSignal,
  announce: RunOptions['announce'],
): Promise<void> {
  await waitUntilReady(instance.config, signal);
  if (!signal.aborted) await announce(instance);
}

/**
 * Left to itself, V8 keeps 100 MB for what is young and lets as much of what is old lie: a worker that imports 20,000
 * rows held 400 MB instead of 250. As in docker-compose.yml and docs/operations.md.
 */
const WORKER_FLAGS = ['--max-semi-space-size=4', '--max-old-space-size=512'];

function superviseProcess(name: string, environment: Environment): SupervisedProcess {
  const main = fileURLToPath(new URL(`../../${name}/src/main.js`, import.meta.url));
  const flags = name === 'worker' ? WORKER_FLAGS : [];
  return new SupervisedProcess({ name, main, flags, environment, log: console.log });
}

async function failure(event: Promise<void>, message: string): Promise<never> {
  await event;
  throw new CommandError(message);
}

/** Success is no reason to stop. */
async function failureOf(work: Promise<void>): Promise<never> {
  await work;
  return new Promise<never>(() => undefined);
}
