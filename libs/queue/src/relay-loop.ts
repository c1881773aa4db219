import { Logger } from '@nestjs/common';
import type { RowRelay } from './row-relay.js';

/** Runs one relay, never twice at a time: when woken, and every so often. */
export class RelayLoop {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private running?: Promise<void>;
  private again = false;
  private failing = false;
  private timer?: NodeJS.Timeout;

  constructor(private readonly relay: Pick<RowRelay, 'runOnce' | 'sweepEveryMs'>) {
    this.logger = new Logger(relay.constructor.name);
  }

  /** Runs now, or once more after the run that is under way. */
  wake(): void {
    this.again = true;
    if (this.stopping.signal.aborted || this.running !== undefined) return;
    clearTimeout(this.timer);
    this.running = this.run().finally(() => this.rest());
  }

  /** Resolves when the run under way has ended; nothing runs from then on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.again && !this.stopping.signal.aborted) {
        this.again = false;
        await this.relay.runOnce(this.stopping.signal);
      }
      if (this.failing) this.logger.log('works again');
      this.failing = false;
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      if (!this.failing) this.logger.error(error, 'failed, and goes on trying');
      this.failing = true;
    }
  }

  private rest(): void {
    this.running = undefined;
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => this.wake(), this.relay.sweepEveryMs);
  }
}
