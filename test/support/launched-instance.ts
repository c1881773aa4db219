import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { project } from './project-copy.js';

export interface LaunchOptions {
  /** The folder that holds `dist`. */
  readonly project: string;
  readonly dataDir: string;
  readonly port: number;
  /** Whom to run as; only root may choose. */
  readonly account?: { readonly uid: number; readonly gid: number };
  readonly command?: 'start' | 'demo';
  readonly temporaryFolder?: string;
}

const POLL_MS = 50;
const PATIENCE_MS = 50_000;

/** The product started as `npm start` does it, in processes of its own. */
export class LaunchedInstance {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(private readonly options: LaunchOptions) {
    const main = join(options.project, 'dist/apps/cli/src/main.js');
    this.child = spawn(process.execPath, [main, options.command ?? 'start'], {
      ...options.account,
      cwd: options.project,
      env: {
        PATH: process.env['PATH'],
        TMPDIR: options.temporaryFolder ?? process.env['TMPDIR'],
        DATA_DIR: options.dataDir,
        PORT: String(options.port),
        LOG_LEVEL: 'error',
        NODE_COMPILE_CACHE: join(project, '.cache/node'),
      },
      // A group of its own, as a terminal gives it to whatever it runs in the foreground.
      detached: true,
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Started, and ready to serve. */
  static async ready(options: LaunchOptions): Promise<LaunchedInstance> {
    const instance = new LaunchedInstance(options);
    const hasEnded = Promise.race([
      instance.ended.then(() => true),
      instance.prints('is ready').then(() => false),
    ]);
    const isOver = await hasEnded.catch(() => true);
    if (isOver) throw new Error(`it is not ready: ${instance.output}`);
    return instance;
  }

  /** Resolves when the text was printed. */
  async prints(text: string): Promise<void> {
    await until(() => (this.output.includes(text) ? [] : [`the output lacks "${text}"`]));
  }

  /** What Ctrl-C does: the signal goes to the whole group, and once more from npm to the process it started. */
  interrupt(): void {
    process.kill(-Number(this.child.pid), 'SIGINT');
    this.child.kill('SIGINT');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  async isServing(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.options.port}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}

export interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

/** Every live process that works in the folder or was told about it (Linux). */
export function listProcesses(folder: string): readonly FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => concerns(name, folder))
    .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ') }));
}

/** Kills what works in the folder, all at once, as a power cut would. */
export async function killEverything(folder: string): Promise<void> {
  await until(() => {
    const left = listProcesses(folder);
    // Again and again: PostgreSQL may start one more process while the others are being listed.
    for (const { pid } of left) killIfThere(pid);
    return left;
  });
}

/** Resolves when no process (whose command contains the text) is left in the folder. */
export async function noProcessIn(folder: string, text = ''): Promise<void> {
  await until(() => listProcesses(folder).filter(({ command }) => command.includes(text)));
}

/** Resolves when nothing is left of what the function lists; else the error says what. */
async function until(listLeft: () => readonly unknown[]): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let left = listLeft(); left.length > 0; left = listLeft()) {
    if (Date.now() > giveUpAt)
      throw new Error(`still there after ${PATIENCE_MS} ms: ${JSON.stringify(left)}`);
    await sleep(POLL_MS);
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

/**
 * A port that nobody listens on, below those that the system gives to connections: one of these may be taken by any
 * other test before it is used.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

function concerns(pid: string, folder: string): boolean {
  if (/^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`))) return false;
  return [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/environ`), workingFolder(pid)].some((text) =>
    text.includes(folder),
  );
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
