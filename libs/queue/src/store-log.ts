import { Logger } from '@nestjs/common';

const QUIET_MS = 1000;

/** Warns about what happens to a store. Every queue reports the same lost connection, so a message is said once. */
export class StoreLog {
  private readonly logger: Logger;
  private readonly saidAt = new Map<string, number>();

  constructor(store: string) {
    this.logger = new Logger(store);
  }

  warn({ message }: Error): void {
    const now = performance.now();
    const before = this.saidAt.get(message) ?? -Infinity;
    if (now - before < QUIET_MS) return;
    this.saidAt.clear();
    this.saidAt.set(message, now);
    this.logger.warn(message);
  }
}
