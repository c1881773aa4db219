import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from '#config';

export interface ProcessOptions {
  /** For the log. */
  readonly name: string;
  /** Absolute path of its main module. */
  readonly main: string;
  /** For Node, before the main module. */
  readonly flags: readonly string[];
  readonly environment: Environment;
  readonly log: (line: string) => void;
}

const STOP_PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Whoever ran that long did not fail at the start. */
const STEADY_MS = 60_000;
/** That many failures in a row, and it will not get better by itself. */
const HOPELESS = 5;

const exitWithLauncher = fileURLToPath(new URL('exit-with-launcher.js', import.meta.url));

/** A child process that is started again, after a growing pause, whenever it ends by itself. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private failures = 0;
  private pause: NodeJS.Timeout | undefined;
  private isStopping = false;
  private giveUp: () => void = () => undefined;

  /** Resolves when the process failed so often in a row that it is not started again. */
  readonly gaveUp = new Promise<void>((resolve) => (this.giveUp = resolve));

  constructor(private readonly options: ProcessOptions) {}

  /** Sessions of their own keep Ctrl-C in the terminal from them: they are stopped in order, by `stop`. */
  start(): void {
    const startedAt = performance.now();
    const child = spawn(
      process.execPath,
      [...this.options.flags, '--enable-source-maps', '--import', exitWithLauncher, this.options.main],
      {
        env: { ...this.options.environment, NODE_ENV: 'production' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
      },
    );
    this.child = child;
    child.once('exit', (code, signal) => {
      this.child = undefined;
      if (!this.isStopping) this.restart(performance.now() - startedAt, signal ?? `code ${code}`);
    });
  }

  /** Asks the process to end, and forces it after a while. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.pause);
    const { child } = this;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
  }

  kill(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
  }

  private restart(ranMs: number, reason: string): void {
    this.failures = ranMs > STEADY_MS ? 1 : this.failures + 1;
    if (this.failures === HOPELESS) {
      this.options.log(`${this.options.name} ended again (${reason}) and is not started any more.`);
      this.giveUp();
      return;
    }
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (this.failures - 1), LONGEST_PAUSE_MS);
    this.options.log(`${this.options.name} ended (${reason}); starting it again in ${pauseMs / 1000} s.`);
    this.pause = setTimeout(() => this.start(), pauseMs);
  }
}
