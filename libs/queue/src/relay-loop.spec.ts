import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { RelayLoop } from './relay-loop.js';

class Relay {
  readonly channel = 'spec';
  runs = 0;
  atOnce = 0;
  most = 0;
  work: (signal?: AbortSignal) => Promise<void> = () => Promise.resolve();

  constructor(readonly sweepEveryMs: number) {}

  async runOnce(signal?: AbortSignal): Promise<number> {
    this.runs += 1;
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    await this.work(signal).finally(() => (this.atOnce -= 1));
    return 0;
  }
}

describe('RelayLoop', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('runs once more for everybody who woke it while it ran, and never twice at a time', async () => {
    const relay = new Relay(60_000);
    relay.work = async () => void (await sleep(20));
    const loop = new RelayLoop(relay);
    loop.wake();
    await sleep(5);
    for (let call = 0; call < 10; call += 1) loop.wake();
    await sleep(100);
    expect([relay.runs, relay.most]).toEqual([2, 1]);
    await loop.stop();
  });

  it('sweeps every so often, also after a failure', async () => {
    const relay = new Relay(10);
    relay.work = () => Promise.reject(new Error('the database is away'));
    const loop = new RelayLoop(relay);
    loop.wake();
    await sleep(100);
    await loop.stop();
    expect(relay.runs).toBeGreaterThan(2);
  });

  it('stops after the run under way, which is told to hurry', async () => {
    const relay = new Relay(10);
    let hurried = false;
    relay.work = async (signal) => {
      await sleep(30);
      hurried = signal?.aborted === true;
    };
    const loop = new RelayLoop(relay);
    loop.wake();
    loop.wake();
    await loop.stop();
    expect(hurried).toBe(true);
    const runs = relay.runs;
    loop.wake();
    await sleep(40);
    expect(relay.runs).toBe(runs);
  });
});
