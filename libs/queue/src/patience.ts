import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for all to settle, at most so many seconds; tells whether they did. */
export async function settledWithin(seconds: number, endings: readonly Promise<unknown>[]): Promise<boolean> {
  const giveUp = new AbortController();
  const late = sleep(seconds * 1000, false, { signal: giveUp.signal }).catch(() => false);
  const settled = await Promise.race([Promise.allSettled(endings).then(() => true), late]);
  giveUp.abort();
  return settled;
}
