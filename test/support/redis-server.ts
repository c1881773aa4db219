import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './launched-instance.js';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The Redis server that TEST_REDIS_URL names, else one that is started from the PATH; null when neither is there. */
export function findRedis(): (() => Promise<RedisServer>) | null {
  const named = process.env['TEST_REDIS_URL'];
  if (named !== undefined && named !== '')
    return async () => ({ url: ownDatabase(named), stop: async () => undefined });
  const program = findProgram('redis-server');
  return program === null ? null : () => start(program);
}

/** Every jest worker has a database of its own, since it runs one file at a time. */
function ownDatabase(url: string): string {
  const own = new URL(url);
  own.pathname = `/${process.env['JEST_WORKER_ID'] ?? '0'}`;
  return own.href;
}

async function start(program: string): Promise<RedisServer> {
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/ready to accept connections/i.test(said)) resolve();
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`redis-server did not start: ${said}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
