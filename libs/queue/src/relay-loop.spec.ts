import { Logger } from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { RelayLoop } from './relay-loop.js';

class Relay {
  readonly channel = 'spec';
  runs = 0;
  atOnce = 0;
  most = 0;
  work: (signal?: AbortSignal) => Promise<void> = () => Promise.resolve();
  /** Resolves when so many runs have begun. */
  private waiting: { readonly runs: number; readonly come: () => void }[] = [];

  constructor(readonly sweepEveryMs: number) {}

  async runOnce(signal?: AbortSignal): Promise<number> {
    this.runs += 1;
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    for (const { runs, come } of this.waiting) if (this.runs >= runs) come();
    await this.work(signal).finally(() => (this.atOnce -= 1));
    return 0;
  }

  begun(runs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (this.runs >= runs) resolve();
    this.waiting.push({ runs, come: resolve });
    return promise;
  }
}

describe('RelayLoop', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('runs once more for everybody who woke it while it ran, and never twice at a time', async () => {
    const relay = new Relay(60_000);
    const gate = Promise.withResolvers<void>();
    relay.work = () => gate.promise;
    const loop = new RelayLoop(relay);
    loop.wake();
    for (let call = 0; call < 10; call += 1) loop.wake();
    await turn();
    expect(relay.runs).toBe(1);
    gate.resolve();
    await relay.begun(2);
    // A third run would begin in the same turn as the second ends.
    await turn();
    await loop.stop();
    expect([relay.runs, relay.most]).toEqual([2, 1]);
  });

  it('sweeps every so often, also after a failure', async () => {
    const relay = new Relay(10);
    relay.work = () => Promise.reject(new Error('the database is away'));
    const loop = new RelayLoop(relay);
    loop.wake();
    await relay.begun(3);
    await loop.stop();
    expect(relay.most).toBe(1);
  });

  it('stops after the run under way, which is told to hurry', async () => {
    const relay = new Relay(0);
    const gate = Promise.withResolvers<void>();
    let hurried = false;
    let stopped = false;
    relay.work = async (signal) => {
      await gate.promise;
      hurried = signal?.aborted === true;
    };
    const loop = new RelayLoop(relay);
    loop.wake();
    loop.wake();
    const stopping = loop.stop().then(() => (stopped = true));
    await turn();
    expect(stopped).toBe(false);
    gate.resolve();
    await stopping;
    expect(hurried).toBe(true);
    loop.wake();
    // As long as a sweep takes to come.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(relay.runs).toBe(1);
  });
});
