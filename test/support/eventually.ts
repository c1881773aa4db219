import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is true; fails after twenty seconds. */
export async function eventually(question: () => boolean | Promise<boolean>): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await question())) {
    if (Date.now() > until) throw new Error(`waited in vain for ${question.toString()}`);
    await sleep(20);
  }
}
