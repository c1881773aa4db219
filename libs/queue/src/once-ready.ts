import { setTimeout as sleep } from 'node:timers/promises';

interface Connecting {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** Milliseconds between the tries. */
const PAUSES = [100, 500, 2000];

/**
 * Opens and waits until it is connected. BullMQ remembers for good that a first connection failed (6.7, the
 * `readyPromise` of PostgresConnection), so what fails here is closed and opened anew; the last failure is thrown.
 */
export async function onceReady<Opened extends Connecting>(open: () => Opened): Promise<Opened> {
  for (const pause of PAUSES) {
    const opened = open();
    try {
      await opened.waitUntilReady();
      return opened;
    } catch {
      await opened.close();
      await sleep(pause);
    }
  }
  const opened = open();
  await opened.waitUntilReady();
  return opened;
}
