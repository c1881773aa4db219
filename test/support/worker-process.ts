import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '#config';
import { testSettings } from './test-api.js';
import { queueSettings } from './test-worker.js';

const project = join(import.meta.dirname, '../..');

/** The worker as it is started in production: a process of its own, on the machine's clock. */
export class WorkerProcess {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  private constructor(settings: Environment) {
    const main = join(project, 'dist/apps/worker/src/main.js');
    const flags = ['--max-semi-space-size=4', '--max-old-space-size=512'];
    this.child = spawn(process.execPath, [...flags, main], {
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        ...testSettings,
        ...queueSettings(),
        ...settings,
      },
    });
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  /** Megabytes that it has held at most since its start; on Linux only. */
  peakMegabytes(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }

  /** `settings`: DATABASE_URL at least. */
  static start(settings: Environment): WorkerProcess {
    return new WorkerProcess(settings);
  }

  /** As a power cut does it; once it has ended, nothing happens. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
