import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from '#config';
import { eventually } from './eventually.js';
import { freePort } from './launched-instance.js';
import { testSettings } from './test-api.js';

const project = join(import.meta.dirname, '../..');

/** The api as it is started in production: a process of its own, on the machine's clock. */
export class ApiProcess {
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** Resolves when it serves. `settings`: DATABASE_URL at least. */
  static async start(settings: Environment): Promise<ApiProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [join(project, 'dist/apps/api/src/main.js')], {
      cwd: project,
      stdio: 'ignore',
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        PORT: String(port),
        ...testSettings,
        ...settings,
      },
    });
    const started = new ApiProcess(child, `http://127.0.0.1:${port}`);
    await eventually(() => started.isServing());
    return started;
  }

  private async isServing(): Promise<boolean> {
    return fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** As a power cut does it; once it has ended, nothing happens. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
