/** Ctrl-C arrives twice, from the terminal and handed on by npm; what comes this close together is one. */
const SAME_PRESS_MS = 1000;
const FORCED = 130;

/** Listens for whatever asks this process to end: signals, or the end of the script that started it. */
export class StopRequest {
  private readonly abort = new AbortController();
  private readonly forced: (() => void)[] = [];
  private askedAt: number | undefined;

  /** Resolves at the first request. */
  readonly asked = new Promise<void>((resolve) =>
    this.abort.signal.addEventListener('abort', () => resolve(), { once: true }),
  );

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.request());
    process.on('disconnect', () => this.request());
    process.channel?.unref();
  }

  get isAsked(): boolean {
    return this.abort.signal.aborted;
  }

  /** Who asks again does not want to wait: `end` must end something at once, and then this process exits. */
  onForce(end: () => void): void {
    this.forced.push(end);
  }

  private request(): void {
    this.askedAt ??= performance.now();
    this.abort.abort();
    if (performance.now() - this.askedAt <= SAME_PRESS_MS) return;
    for (const end of this.forced) end();
    process.exit(FORCED);
  }
}
